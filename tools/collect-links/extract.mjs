// Finds whole links in text, source code and JSON. What a program completes at run time is not a link.

/** Characters that end a link; any other character that cannot stand in one means a template or a pattern. */
const LINK = /https?:\/\/[^\s"'<>`\\^{}|[\]()*$]+/gi;
const ENDS = /^(?:$|[\s"'<>`)\]}|]|\\[nrt"'])/;
const CONTINUED = /^["'`]\s*(?:\+|%|\.format\b|\n\s*[rf]?["'])/;

/**
 * The links written out in a text, in order, with closing punctuation taken off.
 * Left out: links followed by a placeholder (`{id}`, `%s`, `$name`), string concatenation and regular expressions.
 */
export function* linksOf(text) {
  for (const match of text.replaceAll('\\/', '/').matchAll(LINK)) {
    const rest = match.input.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (!ENDS.test(rest) || CONTINUED.test(rest) || match[0].endsWith('...')) continue;
    yield match[0].replace(/[.,;:!?]+$/, '');
  }
}

/** The links of a Markdown text, without pictures: a badge is an image, and so is what it shows. */
export function* markdownLinks(text) {
  yield* linksOf(text.replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/<img\b[^>]*>/gi, ''));
}

/** The links under the named keys of a JSON value, at any depth; an object with a tag of `without` is passed over. */
export function* jsonLinks(value, keys, without = []) {
  if (value === null || typeof value !== 'object') return;
  if (keys.some((key) => key in value) && value.tags?.some?.((tag) => without.includes(tag))) return;
  for (const [key, inner] of Object.entries(value)) {
    if (keys.includes(key)) yield* [inner].flat().filter((each) => typeof each === 'string');
    else yield* jsonLinks(inner, keys, without);
  }
}
