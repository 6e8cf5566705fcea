import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { BinaryFuseFilter, type StoredFilter } from './binary-fuse-filter.js';
import { brands } from './brand-catalogue.js';
import { FREE_EMAIL } from './generated/free-email.js';
import { HSTS_PRELOAD } from './generated/hsts-preload.js';
import { PROFILE_SITES } from './generated/profile-sites.js';
import { THIRD_PARTIES } from './generated/third-parties.js';
import {
  isCompanySite,
  isFreeEmail,
  isOpenToAnyone,
  isPreloaded,
  isProfileSite,
  isThirdParty,
  rankBucket,
  siteOwner,
} from './site-reputation.js';

function url(text: string): ParsedUrl {
  const parsed = parseUrl(text);
  if (isUrlProblem(parsed)) throw new Error(`${text}: ${parsed.code}`);
  return parsed;
}

describe('siteOwner', () => {
  it.each<[string, string | undefined]>([
    ['https://login.microsoftonline.com/common', 'microsoft'],
    ['https://docs.google.com/forms/d/e/x', 'google'],
    ['https://www.tax.service.gov.uk/sign-in', 'hmrc'],
    ['https://paypal.github.io', undefined],
    ['https://evil.web.app', undefined],
    ['https://paypal.com.evil.example', undefined],
    ['http://127.0.0.1/paypal.com', undefined],
  ])('of %s', (text, title) => {
    expect(brands[siteOwner(url(text))]?.title).toBe(title);
  });
});

describe('isOpenToAnyone', () => {
  it.each([
    'https://docs.google.com/a',
    'https://x.github.io',
    'https://bit.ly/a',
    'https://google.com/url?q=a',
  ])('%s is', (text) => {
    expect(isOpenToAnyone(url(text))).toBe(true);
  });
  it.each(['https://accounts.google.com', 'https://paypal.com', 'https://example.com'])(
    '%s is not',
    (text) => {
      expect(isOpenToAnyone(url(text))).toBe(false);
    },
  );
});

describe('rankBucket', () => {
  it('is higher for what is more linked', () => {
    expect(rankBucket(url('https://www.google.com'))).toBe(4);
    expect(rankBucket(url('https://en.wikipedia.org/wiki/Phishing'))).toBeGreaterThan(
      rankBucket(url('https://cisco.com')),
    );
    expect(rankBucket(url('https://cisco.com'))).toBe(1);
    expect(rankBucket(url('https://a.example'))).toBe(0);
  });
});

describe('the lists', () => {
  it('hold who is known to be on them', () => {
    for (const site of ['twitter.com', 'dropbox.com', 'torproject.org'])
      expect(isPreloaded(url(site)), site).toBe(true);
    expect(isFreeEmail(url('https://gmail.com'))).toBe(true);
    expect(isThirdParty(url('https://cdn.jsdelivr.net/npm/x'))).toBe(true);
    expect(isProfileSite(url('https://www.reddit.com/user/x'))).toBe(true);
    expect(isCompanySite(url('https://www.intel.com'))).toBe(true);
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
