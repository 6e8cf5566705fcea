import { isIPv4 } from 'node:net';

/** Whether a host name or address, with or without brackets, is this machine's own loopback. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/** The host name of a `Host` header, without its port; `null` if it is malformed. */
export function hostNameOf(header: string | undefined): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
