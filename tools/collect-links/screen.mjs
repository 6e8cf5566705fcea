// Decides which links are pages that a person might visit.
import { parse } from 'tldts';

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi)$/i;
const ASSET =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|m?js|map|json|xml|rss|atom|m3u8?|mpd|f4m|mp[34]|m4[av]|aac|ogg|webm|flv|wasm|woff2?|ttf|otf|eot|ya?ml|csv|proto|wsdl|xsd|rng|dtd)$/i;
const MACHINE_HOST =
  /^(?:api|apis|cdn|static|assets?|img|images?|media|fonts?|stream|rtmp|ws|gateway|graphql|rpc|ajax)\d*[.-]/i;
const MACHINE_NAME =
  /execute-api|(?:^|\.)(?:akamaized\.net|akamaihd\.net|conviva\.com|msvdn\.net|glomex\.cloud|mediatailor|appsvcs|gradio\.live|\w+\.cloudfront\.net)|cloudfront-|feeds-/i;
/** Feeds are read by programs. */
const FEED = /\b(?:rss|rdf|feeds?|atom)\d*\b|\bfeed/i;
const FEED_HOST = /^(?:rss|feeds?)\d*\./;
const BADGE =
  /(?:^|\.)(?:shields\.io|badge\.fury\.io|badgen\.net|badges\.gitter\.im|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|david-dm\.org|snyk\.io|nodei\.co|packagephobia\.com|isitmaintained\.com|img\.badgesize\.io|flat\.badgen\.net|opencollective\.com|saucelabs\.com)$/i;
const BADGE_PATH = /\/(?:badge|badges|shield)(?:[/.?]|$)|badge\.svg/i;
const RESERVED =
  /(?:^|\.)(?:example|localhost|invalid|test|local|internal|onion|i2p|bit)$|(?:^|[.-])(?:example\d*|examplesite|yourdomain|your-domain|your-?(?:site|company|server|app|org|name|tenant|instance|store|shop|account)|my-?(?:domain|site|server|company|host|app|store|tenant)|mydomain|somedomain|somesite|some-?host|domain|foo|bar|foobar|acme|placeholder|subdomain|tenant|hostname|example-\w+)\./i;
const PLACEHOLDER =
  /%(?![0-9a-f]{2})|\.\.\.|…|12345|\bTITLE\b|\/api\/|\/graphql|amp%3B|[@:=/](?:your|my)[-_]|\b(?:username|user_?id|placeholder|foobar|lorem|todo|xxx+|noone|usernameclaimed|client_?id=|redirect_uri=|access_token|api_?key=|apikey=|password=)\b/i;
const ADULT =
  /porn|xxx|hentai|xvideo|xhamster|redtube|erotic|nsfw|camgirl|escort|(?:^|[.-])(?:sex|nude|adult|fetish|milf|18)|sex(?:cam|tube|chat|com)|onlyfans|chaturbate|rule34|furaffinity|cam4|stripchat|livejasmin|fap|boobs|lewd|swinger/i;
/** A network of wikis that anyone fills with advertisements. */
const SPAM_WIKI = /^(?:www\.)?wiki-\w+\.win$/;
const SHADY =
  /crack(?:ed|ing)\b|nulled|warez|carding|leak(?:s|ed)?\.|hackforum|blackhat|casino|betting|\bbet\d|1xbet|poker|viagra|essay-?writ/i;
const UNWANTED_HOSTS = [RESERVED, MACHINE_HOST, MACHINE_NAME, FEED_HOST, BADGE, ADULT, SHADY, SPAM_WIKI];
const UNWANTED_PATHS = [FEED, BADGE_PATH];

/**
 * A link as its author wrote it, without tracking parameters; `undefined` if it is no page on the public web.
 * Scheme, `www.`, case and closing slash stay: a model has to meet them as people write them.
 */
export function ordinaryLink(text, blocked) {
  if (!URL.canParse(text)) return;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return;
  if (/[^\x21-\x7e]/.test(text) || text.length > 300 || text.includes(',,')) return;
  const site = siteOf(url.hostname);
  if (site === undefined || blocked.has(url.hostname) || blocked.has(site)) return;
  if (UNWANTED_HOSTS.some((pattern) => pattern.test(url.hostname))) return;
  if (UNWANTED_PATHS.some((pattern) => pattern.test(url.pathname + url.search))) return;
  if (ASSET.test(url.pathname) || PLACEHOLDER.test(text)) return;
  return untracked(text, url);
}

/** The registrable domain of a host name; private suffixes (github.io) count as the public suffixes that they are. */
export function siteOf(hostname) {
  const { domain, isIp, isIcann, isPrivate } = parse(hostname, { allowPrivateDomains: true });
  return isIp || domain === null || !(isIcann || isPrivate) ? undefined : domain;
}

function untracked(text, url) {
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (names.length === 0) return text;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
