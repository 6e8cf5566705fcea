import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Objects } from '../objects/index.js';
import { largeObjectsContract } from './objects-large-contract.js';

export interface ObjectsFixture {
  readonly objects: Objects;
  /** Another adapter on the same data, as a second process or the next start has it. */
  reopen(): Promise<Objects>;
  /** Replaces the object's bytes behind the adapter's back, and leaves what is recorded of them. */
  tamper(key: string, bytes: Buffer): Promise<void>;
  dispose(): Promise<void>;
}

const NONE = createHash('sha256').digest('hex');

export const ownKey = (name = 'object') => `contract/${randomUUID()}/${name}`;
export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const IMPOSSIBLE_KEYS = [
  '',
  '/a',
  'a/',
  'a//b',
  '..',
  '../a',
  'a/../../b',
  'a/./b',
  'a\\b',
  'a b',
  'ä',
  'a\0b',
  'a~b',
  'x'.repeat(201),
  Array(60).fill('123456789').join('/'),
];

/** What every adapter of the `Objects` port promises. */
export function objectsContract(name: string, setup: () => Promise<ObjectsFixture>): void {
  describe(`${name} keeps the Objects contract`, () => {
    let fixture: ObjectsFixture;
    let objects: Objects;

    beforeAll(async () => {
      fixture = await setup();
      objects = fixture.objects;
    });
    afterAll(() => fixture.dispose());

    it('answers its check', async () => {
      await expect(objects.check()).resolves.toBeUndefined();
    });

    it('puts, describes, gets, reads and deletes', async () => {
      const key = ownKey('model-1.safetensors');
      const bytes = randomBytes(100_000);
      const info = { key, size: bytes.length, sha256: sha256Of(bytes) };
      expect(await objects.head(key)).toBeNull();
      expect(await objects.put(key, bytes)).toEqual({ ...info, created: true });
      expect(await objects.head(key)).toEqual(info);
      expect(await bytesOf(await objects.get(key))).toEqual(bytes);
      expect(await objects.read(key)).toEqual(bytes);
      await objects.delete(key);
      await objects.delete(key);
      expect(await objects.head(key)).toBeNull();
    });

    it('takes a stream whose size nobody knows', async () => {
      const key = ownKey();
      const parts = Array.from({ length: 50 }, () => randomBytes(1_000));
      const put = await objects.put(key, Readable.from(parts));
      expect(put).toEqual({ key, size: 50_000, sha256: sha256Of(Buffer.concat(parts)), created: true });
      expect(await objects.read(key)).toEqual(Buffer.concat(parts));
    });

    it('takes part of a buffer, and nothing at all', async () => {
      const [part, none, noneStreamed] = [ownKey(), ownKey(), ownKey()];
      const whole = randomBytes(1_000);
      await objects.put(part, new Uint8Array(whole.buffer, whole.byteOffset + 10, 20));
      expect(await objects.read(part)).toEqual(whole.subarray(10, 30));
      const empty = { size: 0, sha256: NONE, created: true };
      expect(await objects.put(none, new Uint8Array())).toEqual({ key: none, ...empty });
      expect(await objects.put(noneStreamed, Readable.from([]))).toEqual({ key: noneStreamed, ...empty });
      expect(await objects.read(none)).toHaveLength(0);
      expect(await bytesOf(await objects.get(noneStreamed))).toHaveLength(0);
    });

    it('leaves the object that stands at a key, and says so', async () => {
      const key = ownKey();
      const first = await objects.put(key, Buffer.from('first'));
      const second = await objects.put(key, Readable.from([Buffer.from('the second')]));
      expect(second).toEqual({ ...first, created: false });
      expect((await objects.read(key)).toString()).toBe('first');
      await objects.delete(key);
      expect(await objects.put(key, Buffer.from('third'))).toMatchObject({ created: true, size: 5 });
      expect((await objects.read(key)).toString()).toBe('third');
    });

    it('has exactly one of 20 concurrent puts of a key create it', async () => {
      const key = ownKey();
      const bodies = Array.from({ length: 20 }, (_, index) => Buffer.alloc(10_000, index));
      const results = await Promise.all(bodies.map((body) => objects.put(key, body)));
      const winner = results.findIndex(({ created }) => created);
      expect(results.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(results.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(bodies[winner]!)]));
      expect(await objects.read(key)).toEqual(bodies[winner]);
    });

    it('shows its objects to another adapter on the same data', async () => {
      const key = ownKey();
      await objects.put(key, Buffer.from('kept'));
      const other = await fixture.reopen();
      expect((await other.read(key)).toString()).toBe('kept');
      await other.close();
    });

    it('says that an object is missing', async () => {
      const key = ownKey();
      await expect(objects.get(key)).rejects.toMatchObject({ code: 'WEIR_OBJECT_MISSING' });
      await expect(objects.read(key)).rejects.toMatchObject({ code: 'WEIR_OBJECT_MISSING' });
    });

    it('puts nothing when the body fails, and throws the body’s own error', async () => {
      const key = ownKey();
      const failure = new Error('the source broke');
      await expect(objects.put(key, breaking(failure))).rejects.toBe(failure);
      expect(await objects.head(key)).toBeNull();
      expect(await objects.put(key, Buffer.from('whole'))).toMatchObject({ created: true });
    });

    it.each(['flipped byte', 'truncated', 'longer'])('finds out about corruption: %s', async (kind) => {
      const key = ownKey();
      const bytes = randomBytes(300_000);
      const { sha256 } = await objects.put(key, bytes);
      await fixture.tamper(key, corrupted(bytes, kind));
      await expect(bytesOf(await objects.get(key))).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
      const expected = bytesOf(await objects.get(key, { sha256 }));
      await expect(expected).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
      await expect(objects.read(key)).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
    });

    it('holds an object against the SHA-256 that its reader expects', async () => {
      const key = ownKey();
      const { sha256 } = await objects.put(key, Buffer.from('what it is'));
      const other = sha256Of(Buffer.from('what it should be'));
      expect((await objects.read(key, { sha256 })).toString()).toBe('what it is');
      await expect(objects.read(key, { sha256: other })).rejects.toMatchObject({
        code: 'WEIR_OBJECT_CORRUPT',
      });
    });

    it('reads no more than its bound', async () => {
      const key = ownKey();
      await objects.put(key, Buffer.alloc(1_000));
      expect(await objects.read(key, { maxBytes: 1_000 })).toHaveLength(1_000);
      const refused = objects.read(key, { maxBytes: 999 });
      await expect(refused).rejects.toMatchObject({ code: 'WEIR_OBJECT_TOO_LARGE' });
    });

    it('can be left in the middle of a stream', async () => {
      const key = ownKey();
      await objects.put(key, randomBytes(2_000_000));
      const stream = await objects.get(key);
      for await (const chunk of stream) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(stream.destroyed).toBe(true);
      expect(await objects.read(key)).toHaveLength(2_000_000);
    });

    it.each(IMPOSSIBLE_KEYS)('refuses the key %j everywhere', async (key) => {
      const refusal = { code: 'WEIR_REQUEST_INVALID' };
      await expect(objects.put(key, Buffer.from('x'))).rejects.toMatchObject(refusal);
      await expect(objects.head(key)).rejects.toMatchObject(refusal);
      await expect(objects.get(key)).rejects.toMatchObject(refusal);
      await expect(objects.read(key)).rejects.toMatchObject(refusal);
      await expect(objects.delete(key)).rejects.toMatchObject(refusal);
    });

    it.each(['.hidden', '...', 'a..b', '-', '_', 'A.b-C_9', 'x'.repeat(200)])(
      'takes the name %j',
      async (name) => {
        const key = ownKey(name);
        await objects.put(key, Buffer.from(name));
        expect((await objects.read(key)).toString()).toBe(name);
      },
    );

    largeObjectsContract(() => objects);
  });
}

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A stream that hands over 20 MB, more than any adapter keeps in memory, and then fails. */
function breaking(failure: Error): Readable {
  return Readable.from(
    (function* () {
      for (let part = 0; part < 20; part++) yield Buffer.alloc(1_000_000, part);
      throw failure;
    })(),
  );
}

function corrupted(bytes: Buffer, kind: string): Buffer {
  if (kind === 'truncated') return bytes.subarray(0, -1);
  if (kind === 'longer') return Buffer.concat([bytes, Buffer.alloc(1)]);
  const copy = Buffer.from(bytes);
  copy[150_000] = copy[150_000]! ^ 1;
  return copy;
}
