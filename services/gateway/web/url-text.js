// Served from the package that the services defang with.
import { defang } from './defang.js';
import { element } from './element.js';

/** Invisible characters that turn the reading direction: with them a URL shows another host than it has. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CODE = /`([^`]*)`/;

/** A URL or host for people to read: one that is not known to be safe is no link for any program. */
export function shownUrl(url, isSafe) {
  const visible = url.replace(DIRECTION, encodeURIComponent);
  return isSafe ? visible : defang(visible);
}

/** Text and code of a sentence that has its code between backticks; hosts of flagged URLs are defanged. */
export function sentence(text, isSafe) {
  return text.split(CODE).map((piece, index) => {
    if (index % 2 === 0) return piece;
    // Paths and suffixes lead nowhere by themselves.
    const isPlace = !/^[./]/.test(piece);
    return element('code', { text: shownUrl(piece, isSafe || !isPlace) });
  });
}

/** `97.3 %`, and no certainty that nobody has. */
export function percent(probability) {
  if (probability < 0.001) return 'under 0.1 %';
  return probability > 0.999 ? 'over 99.9 %' : `${(100 * probability).toFixed(1)} %`;
}
