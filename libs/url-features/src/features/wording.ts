import type { ParsedUrl } from '../parse/parsed-url.js';

/** Longest piece of a URL that a sentence quotes. */
const LONGEST_QUOTE = 60;

/** A piece of the URL between backquotes, shortened. */
export function quote(text: string): string {
  return `\`${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text}\``;
}

export function site(parsed: ParsedUrl): string {
  return quote(parsed.registrableDomain);
}

/** `1 digit`, `3 digits`, `no digits`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${Math.round(count)} ${count === 1 ? singular : plural}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function listed(words: readonly string[]): string {
  return words.slice(0, 3).map(quote).join(', ');
}
