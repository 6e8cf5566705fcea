import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineBatches } from './lines.js';

async function* chunksOf(chunks: readonly (string | Uint8Array)[]) {
  yield* chunks;
}

async function batchesOf(chunks: readonly (string | Uint8Array)[], size = 1_000): Promise<string[][]> {
  const batches: string[][] = [];
  for await (const batch of lineBatches(chunksOf(chunks), size)) batches.push(batch);
  return batches;
}

describe('lineBatches', () => {
  it('passes on what has come, at most so many at a time', async () => {
    expect(await batchesOf(['a\nb\nc\n', 'd\n'], 2)).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('leaves out blank lines, remarks, line ends of Windows and a byte order mark', async () => {
    expect(await batchesOf(['\ufeffa\r\n\n  \n# a remark\n b \nlast'])).toEqual([['a', 'b'], ['last']]);
  });

  it('gives the same lines however the bytes are cut', async () => {
    const lines = ['http://münchen.example/', 'b', 'c.example/😀'];
    const bytes = Buffer.from(lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect((await batchesOf(chunks)).flat()).toEqual(lines);
      }),
    );
  });
});
