import type { AuditedColumn } from './joint-counts.js';

/** One trivial thing to read off a URL's text as it was collected. */
export interface UrlTextRule extends AuditedColumn {
  readonly visibleToModel: boolean;
  value(text: string): number;
}

/** What tells collections of URLs apart. Canonical URLs have lost the first four, so a model does not see them. */
export const URL_TEXT_RULES: readonly UrlTextRule[] = [
  rule('has_scheme', false, (text) => text.includes('://')),
  rule('is_https', false, (text) => text.slice(0, 8).toLowerCase() === 'https://'),
  rule('has_www', false, (text) => afterScheme(text).slice(0, 4).toLowerCase() === 'www.'),
  rule('closing_slash', false, (text) => text.endsWith('/')),
  rule('is_home_page', true, (text) => pathStart(afterScheme(text)) < 0),
  { name: 'text_length', kind: 'number', visibleToModel: true, value: (text) => afterScheme(text).length },
];

function rule(name: string, visibleToModel: boolean, holds: (text: string) => boolean): UrlTextRule {
  return { name, kind: 'number', visibleToModel, value: (text) => (holds(text) ? 1 : 0) };
}

function afterScheme(text: string): string {
  const at = text.indexOf('://');
  return at < 0 ? text : text.slice(at + 3);
}

/** Index of the slash, question mark or hash that more than a closing slash follows, or -1. */
function pathStart(text: string): number {
  for (let index = 0; index < text.length - 1; index++) {
    const character = text[index];
    if (character === '/' || character === '?' || character === '#') return index;
  }
  return -1;
}
