import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { BinaryFuseFilter, type StoredFilter } from './binary-fuse-filter.js';
import { FREE_EMAIL } from './generated/free-email.js';
import { HSTS_PRELOAD } from './generated/hsts-preload.js';
import { PROFILE_SITES } from './generated/profile-sites.js';
import { THIRD_PARTIES } from './generated/third-parties.js';
import { listsOf, SITE_LIST } from './site-reputation.js';

function url(text: string): ParsedUrl {
  const parsed = parseUrl(text);
  if (isUrlProblem(parsed)) throw new Error(`${text}: ${parsed.code}`);
  return parsed;
}

describe('the lists', () => {
  it('hold who is known to be on them', () => {
    for (const site of ['twitter.com', 'dropbox.com', 'torproject.org'])
      expect(listsOf(url(site)) & SITE_LIST.preloaded, site).not.toBe(0);
    expect(listsOf(url('https://gmail.com')) & SITE_LIST.freeEmail).not.toBe(0);
    expect(listsOf(url('https://cdn.jsdelivr.net/npm/x')) & SITE_LIST.thirdParty).not.toBe(0);
    expect(listsOf(url('https://www.reddit.com/user/x')) & SITE_LIST.profiles).not.toBe(0);
  });

  it('hold no stranger, and mailboxes by the whole host as well', () => {
    expect(listsOf(url('https://nobody-1.example/'))).toBe(0);
    expect(listsOf(url('https://mail.gmail.com')) & SITE_LIST.freeEmail).not.toBe(0);
    const filter = new BinaryFuseFilter(FREE_EMAIL);
    expect(filter.has('yahoo.co.uk')).toBe(true);
    expect(listsOf(url('https://yahoo.co.uk')) & SITE_LIST.freeEmail).not.toBe(0);
  });

  it.each<[string, StoredFilter]>([
    ['HSTS preload', HSTS_PRELOAD],
    ['third parties', THIRD_PARTIES],
    ['free e-mail', FREE_EMAIL],
    ['profile sites', PROFILE_SITES],
  ])('%s takes a stranger for a member as seldom as it says', (_, stored) => {
    const filter = new BinaryFuseFilter(stored);
    const strangers = 400_000;
    let taken = 0;
    for (let index = 0; index < strangers; index++) if (filter.has(`nobody-${index}.invalid`)) taken++;
    const expected = strangers / 2 ** stored.bits;
    expect(taken).toBeLessThan(expected + 5 * Math.sqrt(expected));
  });
});
