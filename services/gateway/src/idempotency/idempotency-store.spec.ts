import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStateFolder } from '@weir/platform';
import { EmbeddedDocuments } from '@weir/platform/adapters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ABANDONED_MS, type Claim, IdempotencyStore, KEPT_MS } from './idempotency-store.js';

const REQUEST = { principal: 'key:a', key: 'k', target: 'POST /v1/runs', digest: 'd' };
const ANSWER = { status: 202, headers: { 'content-type': 'application/json' }, body: '{"id":"r"}' };

let now: number;
let documents: EmbeddedDocuments;
let store: IdempotencyStore;
let close: () => Promise<void>;

beforeEach(async () => {
  const home = mkdtempSync(join(tmpdir(), 'weir-idempotency-'));
  const folder = await openStateFolder(home);
  documents = new EmbeddedDocuments(folder.lmdb('documents'));
  now = 1_000_000;
  store = new IdempotencyStore(documents, () => now);
  close = async () => {
    await documents.close();
    await folder.close();
    rmSync(home, { recursive: true, force: true });
  };
});
afterEach(() => close());

async function claimed(identity = REQUEST): Promise<Claim> {
  const outcome = await store.claim(identity);
  if (outcome.kind !== 'mine') throw new Error(`the key is ${outcome.kind}`);
  return outcome.claim;
}

describe('IdempotencyStore', () => {
  it('lets one of many at once carry the request out, over two replicas', async () => {
    const other = new IdempotencyStore(documents, () => now);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).claim(REQUEST)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'mine')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'running')).toHaveLength(19);
  });

  it('keeps the answer for a day', async () => {
    await store.finish(await claimed(), ANSWER, undefined);
    now += KEPT_MS - 1;
    expect(await store.claim(REQUEST)).toEqual({ kind: 'answered', answer: ANSWER, digest: 'd' });
    now += 1;
    expect((await store.claim(REQUEST)).kind).toBe('mine');
  });

  it('knows another request by its target and its body, also while the first is under way', async () => {
    const claim = await claimed();
    expect((await store.claim({ ...REQUEST, target: 'POST /v1/events' })).kind).toBe('reused');
    expect((await store.claim({ ...REQUEST, digest: 'e' })).kind).toBe('reused');
    await store.finish(claim, ANSWER, undefined);
    expect((await store.claim({ ...REQUEST, digest: 'e' })).kind).toBe('reused');
    expect((await store.claim({ ...REQUEST, principal: 'key:b' })).kind).toBe('mine');
  });

  it('gives a key back that came to nothing', async () => {
    await store.release(await claimed());
    expect((await store.claim({ ...REQUEST, digest: 'e' })).kind).toBe('mine');
  });

  it('frees the key of a process that died, and heeds it no more', async () => {
    const lost = await claimed();
    now += ABANDONED_MS;
    const taken = await claimed();
    await store.finish(lost, { ...ANSWER, body: 'late' }, undefined);
    expect((await store.claim(REQUEST)).kind).toBe('running');
    await store.finish(taken, ANSWER, undefined);
    expect(await store.claim(REQUEST)).toMatchObject({ answer: ANSWER });
  });

  it('holds the key of a request that takes long, as long as its process says so', async () => {
    const claim = await claimed();
    for (let step = 0; step < 5; step++) {
      now += ABANDONED_MS / 2;
      await store.renew(claim);
    }
    expect((await store.claim(REQUEST)).kind).toBe('running');
  });

  it('keeps the answer though a renewal is under way', async () => {
    const claim = await claimed();
    await Promise.all([store.renew(claim), store.finish(claim, ANSWER, undefined), store.renew(claim)]);
    expect((await store.claim(REQUEST)).kind).toBe('answered');
  });

  it('sweeps what ran out, and only that', async () => {
    await store.finish(await claimed(), ANSWER, undefined);
    now += KEPT_MS;
    await store.finish(await claimed({ ...REQUEST, key: 'later' }), ANSWER, undefined);
    now += KEPT_MS;
    expect(await store.sweep()).toBe(0);
    now += 1;
    expect(await store.sweep()).toBe(1);
    expect(await store.sweep()).toBe(0);
  });
});
