import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { createLogger, type Documents, KeyCatalog } from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyRing } from './key-ring.js';
import { PROCESS_KEY, processKey } from './process-key.js';

const ORDER = { name: 'page', scopes: ['read'], createdBy: 'ann' } as const;
const NOON = Date.parse('2030-03-01T12:00:00.000Z');

describe('KeyRing', () => {
  let backends: TemporaryBackends;
  let keys: KeyCatalog;
  let ring: KeyRing;
  let isAway: boolean;
  const lines: Record<string, unknown>[] = [];
  beforeEach(async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setInterval', 'clearInterval'] });
    backends = await temporaryBackends();
    isAway = false;
    keys = new KeyCatalog(faulty(backends.documents));
    lines.length = 0;
    const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
    ring = new KeyRing(keys, createLogger({ service: 'test', level: 'info', destination }));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await backends.dispose();
  });

  function faulty(documents: Documents): Documents {
    const collection = async (spec: Parameters<Documents['collection']>[0]) => {
      if (isAway) throw new Error('documents are away');
      return documents.collection(spec);
    };
    return { collection, check: () => documents.check(), close: () => documents.close() } as Documents;
  }

  it('knows nothing before it has read, and says so', async () => {
    expect([ring.isKnown, ring.hasKeys]).toEqual([false, false]);
    await expect(ring.check()).rejects.toThrow(/not read yet/);
    await ring.refresh();
    expect([ring.isKnown, ring.hasKeys]).toEqual([true, false]);
    await expect(ring.check()).resolves.toBeUndefined();
  });

  it('knows the holder of a key that another process made, until it is revoked', async () => {
    await ring.refresh();
    const { record, key } = await keys.create({ ...ORDER, requestsPerSecond: 7 });
    expect(ring.holderOf(key)).toBeNull();
    await ring.refresh();
    const holder = { name: 'page', keyId: record.id, scopes: ['read'], requestsPerSecond: 7 };
    expect(ring.holderOf(key)).toEqual({ kind: 'key', ...holder });
    expect(ring.sessionOf(record.id)).toEqual({ kind: 'session', ...holder });
    await keys.revoke(record.id);
    await ring.refresh();
    expect([ring.holderOf(key), ring.sessionOf(record.id), ring.inForce]).toEqual([null, null, 0]);
    expect(ring.hasKeys).toBe(true);
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('a first API key is there')]);
  });

  it('refuses a key from the instant at which it runs out, with no look at the documents', async () => {
    const expiresAt = new Date(NOON + 1_000).toISOString();
    const { record, key } = await keys.create({ ...ORDER, expiresAt });
    await ring.refresh();
    const principal = ring.holderOf(key);
    expect(ring.expiryOf(record.id)).toBe(expiresAt);
    expect(principal !== null && ring.stillHolds(principal)).toBe(true);
    vi.setSystemTime(NOON + 1_000);
    expect(ring.holderOf(key)).toBeNull();
    expect(principal !== null && ring.stillHolds(principal)).toBe(false);
    expect(ring.hasKeys).toBe(true);
  });

  it('keeps the last view while the documents are away, says so once, and tells readiness', async () => {
    const { key } = await keys.create(ORDER);
    await ring.refresh();
    isAway = true;
    vi.setSystemTime(NOON + 11_000);
    await ring.refresh();
    await ring.refresh();
    expect(ring.holderOf(key)).not.toBeNull();
    await expect(ring.check()).rejects.toThrow('11 s ago');
    isAway = false;
    await ring.refresh();
    await ring.check();
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [40, expect.stringContaining('the last view stays')],
      [30, 'the API keys are read again'],
    ]);
  });

  it('is not set back by what was read before a key was made here', async () => {
    await ring.refresh();
    const reading = ring.refresh();
    const { record, key } = await keys.create(ORDER);
    ring.take(record);
    await reading;
    expect(ring.holderOf(key)).not.toBeNull();
    ring.take({ ...record, revokedAt: new Date(NOON).toISOString() });
    expect(ring.holderOf(key)).toBeNull();
  });

  it('never opens again, whatever becomes of the keys', async () => {
    const { record } = await keys.create(ORDER);
    await ring.refresh();
    const collection = await backends.documents.collection({ name: 'api_keys', indexes: [] });
    await collection.delete(record.id);
    await ring.refresh();
    expect([ring.hasKeys, ring.inForce]).toEqual([true, 0]);
  });

  it('compares in constant time, as much for an id that nobody has', async () => {
    const { record, key } = await keys.create(ORDER);
    await ring.refresh();
    const compare = vi.spyOn(crypto, 'timingSafeEqual');
    syncBuiltinESMExports();
    for (const shown of [
      key,
      `${key.slice(0, 30)}${'A'.repeat(39)}`,
      key.replace(record.id, 'f'.repeat(20)),
    ]) {
      compare.mockClear();
      expect(ring.holderOf(shown) !== null).toBe(shown === key);
      expect(compare.mock.calls.map((each) => each.map(({ byteLength }) => byteLength))).toEqual([[32, 32]]);
    }
    compare.mockRestore();
    syncBuiltinESMExports();
  });

  it('writes the last use down once a minute, and no request waits for it', async () => {
    const { record, key } = await keys.create(ORDER);
    await ring.refresh();
    ring.onApplicationBootstrap();
    const lastUse = async () => (await keys.get(record.id))?.lastUsedAt;
    const touch = vi.spyOn(keys, 'touch');
    ring.holderOf(key);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(async () => expect(await lastUse()).toMatch(/^2030-03-01T12:00:0/));
    for (let second = 2; second < 60; second += 2) {
      ring.holderOf(key);
      await vi.advanceTimersByTimeAsync(2_000);
      await ring.refresh();
    }
    expect(touch).toHaveBeenCalledTimes(1);
    ring.holderOf(key);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(async () => expect(await lastUse()).toMatch(/^2030-03-01T12:01:0/));
    await ring.onApplicationShutdown();
  });

  it("lets this process's own code in by a key that is none of the catalogue's", async () => {
    await ring.refresh();
    expect(ring.hasKeys).toBe(false);
    expect(ring.holderOf(processKey())).toEqual(PROCESS_KEY.principal);
    expect(ring.holderOf(processKey().slice(0, -2))).toBeNull();
    expect(ring.inForce).toBe(0);
  });
});
