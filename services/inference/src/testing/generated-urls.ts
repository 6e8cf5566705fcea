/** A small generator of reproducible choices (mulberry32): tests must see the same URLs in every run. */
function choices(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const TOPICS = ['garden', 'news', 'library', 'weather', 'music', 'history', 'recipes', 'museum'];
const LURES = ['secure-login', 'account-update', 'verify-wallet', 'signin-support', 'billing-alert'];
const BRANDS = ['paypal', 'apple', 'amazon', 'netflix', 'microsoft'];

const pick = <T>(items: readonly T[], choose: (bound: number) => number): T =>
  items[choose(items.length)] as T;

export interface GeneratedUrl {
  readonly url: string;
  readonly phishing: boolean;
}

/**
 * Every second one looks like phishing. Made up: enough for a model to have something to tell apart, no measure of how
 * well it would do on real URLs.
 */
export function generateUrls(count: number, seed: number): GeneratedUrl[] {
  const choose = choices(seed);
  return Array.from({ length: count }, (_, index) => {
    const phishing = index % 2 === 0;
    return { phishing, url: phishing ? phishingUrl(choose) : plainUrl(choose) };
  });
}

function phishingUrl(choose: (bound: number) => number): string {
  const host = `${pick(BRANDS, choose)}.${pick(LURES, choose)}-${choose(9_999)}.${pick(['tk', 'xyz', 'top'], choose)}`;
  return `http://${host}/${pick(LURES, choose)}/index${choose(99)}.php?session=${choose(1_000_000_000)}`;
}

function plainUrl(choose: (bound: number) => number): string {
  const host = `${pick(TOPICS, choose)}-${pick(TOPICS, choose)}.${pick(['org', 'com', 'co.uk'], choose)}`;
  return `https://${host}/${pick(TOPICS, choose)}/${pick(TOPICS, choose)}${choose(50)}.html`;
}
