import type { ListName } from '@weir/contracts';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { invalidRequest, issue } from '../http/request-validation.js';

/** Longest host in ASCII, with room for the brackets of an address and a closing dot. */
const LONGEST = 255;
const MARKS_OF_A_URL = /[/\\?#@]/;
const IPV6 = /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*$/i;

/**
 * A host or registrable domain as the lists keep it: lower case, punycode, without `www.` and a closing dot, so that
 * however a URL spells its host, it is found. Throws `WEIR_REQUEST_INVALID` for a URL, a pattern, what is no host, and,
 * on the allow list, for a bare public suffix: it would allow what anybody registers below it.
 */
export function canonicalEntry(list: ListName, text: string): string {
  if (text.length > LONGEST) throw refused('maxLength', `an entry has at most ${LONGEST} characters`);
  if (text.startsWith('*.')) {
    throw refused('isHost', `an entry covers what lies below it: list ${quoted(text.slice(2))}`);
  }
  const parsed = parseUrl(IPV6.test(text) ? `[${text}]` : text);
  if (MARKS_OF_A_URL.test(text) || hasPort(text)) throw refuseUrl(parsed);
  if (isUrlProblem(parsed)) throw refused('isHost', `${quoted(text)} is no host: ${parsed.message}`);
  const { host, isIp, publicSuffix } = parsed;
  if (list === 'allow' && !isIp && host === publicSuffix) {
    throw refused(
      'isPublicSuffix',
      `${quoted(host)} is a public suffix: anybody can register a name below it. List the domain that you mean`,
    );
  }
  return host;
}

function hasPort(text: string): boolean {
  return text.includes(':') && !IPV6.test(text) && !/^\[[^\]]*\]$/.test(text);
}

/** Somebody pasted a URL: says what of it can be listed. */
export function refuseUrl(parsed: ReturnType<typeof parseUrl>) {
  const instead = isUrlProblem(parsed) ? '' : `: list ${suggestionsOf(parsed)}`;
  return refused('isHost', `an entry is a host or a registrable domain, not a URL${instead}`);
}

function suggestionsOf({ host, registrableDomain }: ParsedUrl): string {
  return host === registrableDomain ? quoted(host) : `${quoted(host)} or ${quoted(registrableDomain)}`;
}

function refused(code: string, message: string) {
  return invalidRequest([issue('entry', code, message)]);
}

const quoted = (text: string) => `"${text}"`;
