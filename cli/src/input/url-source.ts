import type { Readable } from 'node:stream';
import { usageError } from '../errors/cli-error.js';
import { lineBatches, pieces } from './lines.js';

/** URLs from the command line, or from standard input where there are none (or `-`), in batches. Throws usage errors. */
export function urlBatches(
  urls: readonly string[],
  input: Readable & { readonly isTTY?: boolean },
  size: number,
): AsyncIterable<string[]> | Iterable<string[]> {
  if (urls.length > 0 && urls[0] !== '-') return pieces(urls, size);
  if (input.isTTY === true && urls.length === 0)
    throw usageError('no URL given: name some, or pipe them in, one a line (- reads what you type)');
  return lineBatches(input, size);
}
