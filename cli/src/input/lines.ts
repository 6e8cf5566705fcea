import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream, as many at a time as a chunk of it held, at most `size`: what comes slowly is passed on at once,
 * what comes fast in large pieces. Line ends and blank lines are left out.
 */
export async function* lineBatches(
  input: AsyncIterable<Uint8Array | string>,
  size: number,
): AsyncGenerator<string[], void, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)))).split(
      '\n',
    );
    rest = lines.pop() ?? '';
    yield* batches(lines, size);
  }
  yield* batches([rest + decoder.end()], size);
}

/** A list in pieces of at most `size`. */
export function* pieces<Item>(items: readonly Item[], size: number): Generator<Item[], void, undefined> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function* batches(lines: readonly string[], size: number): Generator<string[], void, undefined> {
  const filled = lines
    .map((line) => line.replace(/^\ufeff/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  yield* pieces(filled, size);
}
