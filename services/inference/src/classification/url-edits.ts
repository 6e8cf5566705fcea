import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';

/** A URL changed in one or two places, and what was done to it. */
export interface UrlEdit {
  readonly what: string;
  readonly parsed: ParsedUrl;
}

interface Parts {
  readonly subdomain: string;
  readonly site: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** Ways to take away what makes a URL look bad, the smallest first. */
export function removals(parsed: ParsedUrl): Generator<UrlEdit, undefined> {
  const parts = partsOf(parsed);
  const { subdomain, path, query, port } = parts;
  const all: [boolean, string, Partial<Parts>][] = [
    [query !== '', 'without its query', { query: '' }],
    [port !== '', `without the port \`${port.slice(1)}\``, { port: '' }],
    [parsed.hasUserinfo, 'without what stands before the `@`', {}],
    [subdomain !== '', `without the subdomain \`${subdomain}\``, { subdomain: '' }],
    [path !== '', 'without its path', { path: '', query: '' }],
    [subdomain !== '' && path !== '', 'without subdomain and path', { subdomain: '', path: '', query: '' }],
    [
      hasOtherSuffix(parsed),
      `under \`.com\` in place of \`.${parsed.publicSuffix}\``,
      { site: `${parsed.domainLabel}.com` },
    ],
  ];
  return editsOf(parts, all);
}

/** Ways to make an ordinary URL look bad, as phishing does. */
export function additions(parsed: ParsedUrl): Generator<UrlEdit, undefined> {
  const parts = partsOf(parsed);
  const { subdomain } = parts;
  const under = (name: string) => (subdomain === '' ? name : `${name}.${subdomain}`);
  const all: [boolean, string, Partial<Parts>][] = [
    [true, 'with the path `/login.php`', { path: '/login.php', query: '' }],
    [
      true,
      'with the path `/wp-content/secure/index.php`',
      { path: '/wp-content/secure/index.php', query: '' },
    ],
    [true, 'with the subdomain `account-verify`', { subdomain: under('account-verify') }],
    [hasName(parsed), 'under `.top`', { site: `${parsed.domainLabel}.top` }],
    [
      hasName(parsed),
      'under `.top` with the subdomain `account-verify`',
      { site: `${parsed.domainLabel}.top`, subdomain: under('account-verify') },
    ],
  ];
  return editsOf(parts, all);
}

function partsOf({ subdomain, registrableDomain, port, path, query }: ParsedUrl): Parts {
  return { subdomain, site: registrableDomain, port: port === 0 ? '' : `:${port}`, path, query };
}

function hasName({ isIp, domainLabel }: ParsedUrl): boolean {
  return !isIp && domainLabel !== '';
}

function hasOtherSuffix(parsed: ParsedUrl): boolean {
  return hasName(parsed) && !parsed.isPrivateSuffix && parsed.publicSuffix !== 'com';
}

/** One at a time: the first often does, and each costs a parse. */
function* editsOf(
  parts: Parts,
  all: readonly [boolean, string, Partial<Parts>][],
): Generator<UrlEdit, undefined> {
  for (const [applies, what, change] of all) {
    if (!applies) continue;
    const parsed = parseUrl(textOf({ ...parts, ...change }));
    if (!isUrlProblem(parsed)) yield { what, parsed };
  }
}

function textOf({ subdomain, site, port, path, query }: Parts): string {
  const host = subdomain === '' ? site : `${subdomain}.${site}`;
  return `https://${host}${port}${path}${query === '' ? '' : `?${query}`}`;
}
