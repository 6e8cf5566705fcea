import { quote, site } from '../features/wording.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { tellingPart } from './telling-part.js';
import type { TermBlock } from './term-blocks.js';

/** A sentence on what a linear model makes of the host's or the path's terms: the part that tells most, quoted. */
export function describeTermReason(
  block: TermBlock,
  speaksForPhishing: boolean,
  parsed: ParsedUrl,
  weightOf: (id: number) => number,
): string {
  const part = tellingPart(parsed, block, weightOf, speaksForPhishing ? 1 : -1);
  const kind = speaksForPhishing ? 'phishing' : 'ordinary';
  if (block === 'host_terms') {
    return part === ''
      ? `The name ${site(parsed)} is spelled like those of ${kind} sites`
      : `${quote(part)} in the host is spelled like names of ${kind} sites`;
  }
  return part === ''
    ? `What follows the host reads like that of ${kind} links`
    : `${quote(part)} after the host is typical of ${kind} links`;
}
