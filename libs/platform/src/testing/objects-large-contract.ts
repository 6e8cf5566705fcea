import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Objects } from '../objects/index.js';
import { ownKey } from './objects-contract.js';

const MEBIBYTE = 1024 * 1024;
const LARGE = 64;
/** Half the object: far more than parts under way and sockets take, far less than the whole. */
const BOUND = 32 * MEBIBYTE;

/** What is larger than memory should hold. */
export function largeObjectsContract(objects: () => Objects): void {
  it('streams 64 MiB in and out without holding them in memory', async () => {
    const key = ownKey('large.bin');
    const body = (onEach?: () => void) => Readable.from(mebibytes(LARGE, onEach));
    const expected = createHash('sha256');
    for (const chunk of mebibytes(LARGE)) expected.update(chunk);
    const sha256 = expected.digest('hex');
    const memory = watchMemory();
    const put = await objects().put(key, body(memory.sample));
    expect(put).toEqual({ key, size: LARGE * MEBIBYTE, sha256, created: true });
    let size = 0;
    for await (const chunk of (await objects().get(key)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size % (4 * MEBIBYTE) < chunk.length) memory.sample();
    }
    expect(size).toBe(LARGE * MEBIBYTE);
    const growth = memory.stop();
    expect(growth).toBeLessThan(BOUND);
    expect(await objects().put(key, body())).toEqual({ ...put, created: false });
    await objects().delete(key);
  });

  it('has one of 4 concurrent puts of 20 MiB create the object', async () => {
    const key = ownKey('large.bin');
    const bodies = [1, 2, 3, 4].map((fill) => Readable.from(mebibytes(20, () => undefined, fill)));
    const results = await Promise.all(bodies.map((body) => objects().put(key, body)));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    const stored = createHash('sha256');
    for await (const chunk of (await objects().get(key)) as AsyncIterable<Buffer>) stored.update(chunk);
    expect(new Set(results.map(({ sha256 }) => sha256))).toEqual(new Set([stored.digest('hex')]));
    await objects().delete(key);
  });
}

function* mebibytes(count: number, onEach = () => {}, fill = 0): Generator<Buffer> {
  for (let part = 0; part < count; part++) {
    onEach();
    yield Buffer.alloc(MEBIBYTE, part + fill);
  }
}

/** Growth of the bytes that live buffers and objects take. Resident memory says less: it keeps what was freed. */
function watchMemory(): { readonly sample: () => void; readonly stop: () => number } {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = () => {
    collectGarbage();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return arrayBuffers + heapUsed;
  };
  const start = used();
  let peak = start;
  const sample = () => {
    peak = Math.max(peak, used());
  };
  const timer = setInterval(sample, 50);
  return {
    sample,
    stop: () => {
      clearInterval(timer);
      return peak - start;
    },
  };
}
