import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { hashOfKey, idOfKey, isInForce, isSameHash } from './api-key.js';
import { KeyCatalog, type KeyOrder } from './key-catalog.js';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const ORDER = { name: 'page', scopes: ['read', 'predict'], createdBy: 'ann' } as const;

describe('KeyCatalog', () => {
  let backends: TemporaryBackends;
  let keys: KeyCatalog;
  beforeEach(async () => {
    backends = await temporaryBackends();
    keys = new KeyCatalog(backends.documents, () => NOON);
  });
  afterEach(() => backends.dispose());

  it('gives a key once, and keeps its hash alone', async () => {
    const { record, key } = await keys.create({ ...ORDER, requestsPerSecond: 5 });
    expect(key).toMatch(/^weir_[0-9a-f]{20}_[A-Za-z0-9_-]{43}$/);
    expect(idOfKey(key)).toBe(record.id);
    expect(record).toMatchObject({
      name: 'page',
      scopes: ['predict', 'read'],
      createdBy: 'ann',
      requestsPerSecond: 5,
      createdAt: '2026-03-01T12:00:00.000Z',
    });
    const collection = await backends.documents.collection({ name: 'api_keys', indexes: [] });
    const kept = JSON.stringify(await collection.find());
    expect(kept).toContain(hashOfKey(key).toString('hex'));
    expect(kept).not.toContain(key.slice(`weir_${record.id}_`.length));
  });

  it.each([
    { name: '' },
    { name: ' a' },
    { name: 'a\nb' },
    { name: 'a'.repeat(101) },
    { scopes: [] },
    { scopes: ['all'] },
    { expiresAt: '2026-03-01T12:00:00.000Z' },
    { expiresAt: 'tomorrow' },
    { requestsPerSecond: 0 },
    { requestsPerSecond: Number.NaN },
  ])('makes none of %o', async (change) => {
    await expect(keys.create({ ...ORDER, ...(change as Partial<KeyOrder>) })).rejects.toMatchObject({
      code: 'WEIR_REQUEST_INVALID',
    });
    expect(await keys.all()).toEqual([]);
  });

  it('keeps the end in UTC', async () => {
    const { record } = await keys.create({ ...ORDER, expiresAt: '2026-03-02T12:00:00+02:00' });
    expect(record.expiresAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('never gives the same key or id twice', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => keys.create(ORDER)));
    expect(new Set(made.map(({ key }) => key)).size).toBe(50);
    expect(new Set(made.map(({ record }) => record.id)).size).toBe(50);
  });

  it('revokes once, and keeps what is revoked in the list', async () => {
    const { record } = await keys.create(ORDER);
    const revoked = await keys.revoke(record.id);
    expect(revoked).toEqual({ ...record, revokedAt: '2026-03-01T12:00:00.000Z' });
    const later = new KeyCatalog(backends.documents, () => NOON + 1);
    expect(await later.revoke(record.id)).toEqual(revoked);
    expect(await keys.revoke('none')).toBeNull();
    expect(await keys.all()).toEqual([revoked]);
  });

  it('is not undone by a use written down at the same time', async () => {
    const { record } = await keys.create(ORDER);
    const uses = Array.from({ length: 10 }, (_, second) =>
      keys.touch(record.id, new Date(NOON + second * 1_000).toISOString()),
    );
    await Promise.all([...uses, keys.revoke(record.id), ...uses]);
    expect((await keys.get(record.id))?.revokedAt).toBeDefined();
  });

  it('writes the last use down, never an earlier one', async () => {
    const { record } = await keys.create(ORDER);
    await keys.touch(record.id, '2026-03-01T13:00:00.000Z');
    await keys.touch(record.id, '2026-03-01T12:30:00.000Z');
    await keys.touch('none', '2026-03-01T13:00:00.000Z');
    expect((await keys.get(record.id))?.lastUsedAt).toBe('2026-03-01T13:00:00.000Z');
  });

  it('lists the newest first, page by page', async () => {
    for (let index = 0; index < 5; index++) await keys.create({ ...ORDER, name: `key ${index}` });
    const first = await keys.list({ limit: 3 });
    const second = await keys.list({ limit: 3, after: first.next ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(second.next).toBeNull();
    expect(await keys.all()).toHaveLength(5);
  });
});

describe('a key', () => {
  const KEY = `weir_${'a'.repeat(20)}_${'B'.repeat(43)}`;

  it.each([
    '',
    'weir',
    KEY.toUpperCase(),
    `${KEY}x`,
    ` ${KEY}`,
    `${KEY}\n`,
    KEY.slice(0, -1),
    KEY.replace('weir', 'were'),
    `${KEY}, ${KEY}`,
  ])('is not "%s"', (text) => {
    expect(idOfKey(text)).toBeNull();
  });

  it('is told by all of its hash', () => {
    const hash = hashOfKey(KEY);
    expect(isSameHash(hash, hashOfKey(KEY))).toBe(true);
    for (const position of [0, 31]) {
      const other = Buffer.from(hash);
      other[position] = (other[position] ?? 0) ^ 1;
      expect(isSameHash(hash, other)).toBe(false);
    }
  });

  it('is in force until the instant at which it runs out', () => {
    const record = { id: 'a', name: 'n', scopes: [], createdAt: '', createdBy: '', hash: '' };
    expect(isInForce(record, NOON)).toBe(true);
    const expiring = { ...record, expiresAt: new Date(NOON).toISOString() };
    expect([isInForce(expiring, NOON - 1), isInForce(expiring, NOON)]).toEqual([true, false]);
    expect(isInForce({ ...record, revokedAt: new Date(NOON).toISOString() }, NOON - 1)).toBe(false);
  });
});
