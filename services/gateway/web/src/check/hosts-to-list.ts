/** A dotted IPv4 address, or an IPv6 one in brackets: nothing stands above it. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;

/**
 * What of a URL can be put on a list, the most specific first: `login.evil.example` and `evil.example`. Empty where the
 * text has no host. Whether the last one is a suffix that anybody registers under, the gateway knows.
 */
export function hostsToList(url: string): string[] {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(text)) return [];
  const host = new URL(text).hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (ADDRESS.test(host) || !host.includes('.')) return host === '' ? [] : [host];
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
