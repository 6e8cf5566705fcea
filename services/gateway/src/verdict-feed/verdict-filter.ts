import { type UrlVerdict, VERDICTS } from '@weir/contracts';
import { isUrlProblem, parseUrl } from '@weir/url-features';
import { invalidRequest, issue } from '../http/request-validation.js';
import type { RecentVerdictsQuery } from './feed-requests.js';

export type VerdictTest = (verdict: UrlVerdict) => boolean;

/** Bit n for the n-th of `VERDICTS`; all where none is named. */
export function verdictBits(verdicts: RecentVerdictsQuery['verdict']): number {
  const all = (1 << VERDICTS.length) - 1;
  return verdicts?.reduce((bits, verdict) => bits | (1 << VERDICTS.indexOf(verdict)), 0) ?? all;
}

/** What of a query needs a look into the verdict; undefined where nothing does. Throws `WEIR_REQUEST_INVALID`. */
export function verdictTest({ host, model, q }: RecentVerdictsQuery): VerdictTest | undefined {
  const tests: VerdictTest[] = [];
  // The cheap ones first.
  if (model !== undefined) tests.push((verdict) => isOfModel(verdict, model));
  if (q !== undefined) {
    const sought = q.toLowerCase();
    tests.push(({ url }) => url.toLowerCase().includes(sought));
  }
  if (host !== undefined) tests.push(hostTest(host));
  return tests.length === 0 ? undefined : (verdict) => tests.every((test) => test(verdict));
}

function isOfModel({ model: { name, version } }: UrlVerdict, asked: string): boolean {
  return asked === name || asked === `${name}/${version}`;
}

function hostTest(text: string): VerdictTest {
  const asked = parseUrl(text);
  if (isUrlProblem(asked)) throw invalidRequest([issue('host', 'isHost', asked.message)]);
  return ({ url }) => {
    const parsed = parseUrl(url);
    return !isUrlProblem(parsed) && (parsed.host === asked.host || parsed.registrableDomain === asked.host);
  };
}
