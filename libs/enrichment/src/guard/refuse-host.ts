/** Names that mean this machine or this network, whatever a resolver makes of them (RFC 6761, 6762, 7686, 8375, 9476). */
const LOCAL_NAMES = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'corp',
  'home',
  'home.arpa',
  'lan',
  'private',
  'svc',
  'onion',
  'alt',
  'invalid',
];

/**
 * Why this host name may not be looked up, or `undefined`. A name without a dot is the local network's own to answer.
 * `hostname` is in lower case without brackets, as WHATWG writes it; a closing dot changes nothing.
 */
export function refuseHost(hostname: string): string | undefined {
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  if (name === '') return 'an empty host name';
  if (LOCAL_NAMES.some((local) => name === local || name.endsWith(`.${local}`))) return 'a local name';
  if (!name.includes('.')) return 'a name without a dot';
  return undefined;
}
