import { ListEntryChanged, TOPICS, validate } from '@weir/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { type ListEntry, ListsCatalog } from './lists-catalog.js';

const AT = '2026-03-01T12:00:00.000Z';
const NOON = Date.parse(AT);
const HOUR = 3_600_000;

describe('ListsCatalog', () => {
  let backends: TemporaryBackends;
  let now: number;
  let lists: ListsCatalog;
  beforeEach(async () => {
    backends = await temporaryBackends();
    now = NOON;
    lists = new ListsCatalog(backends.documents, backends.bus, '/weir/test', () => now);
  });
  afterEach(() => backends.dispose());

  const entry = (host: string, changes: Partial<ListEntry> = {}): ListEntry => ({
    list: 'deny',
    entry: host,
    at: AT,
    ...changes,
  });
  const events = () => backends.bus.valuesOf(TOPICS.listsEntries);

  it('keeps an entry, and tells of it after it is stored', async () => {
    const listed = entry('a.example', {
      reason: 'seen',
      by: 'ann',
      expiresAt: new Date(NOON + HOUR).toISOString(),
    });
    expect(await lists.put(listed)).toEqual(listed);
    expect(await lists.get({ list: 'deny', entry: 'a.example' })).toEqual(listed);
    expect(await lists.get({ list: 'allow', entry: 'a.example' })).toBeNull();
    expect(events()).toEqual([listed]);
    expect(validate(ListEntryChanged, events()[0])).toMatchObject({ ok: true });
  });

  it('replaces an entry, whoever else does at the same time', async () => {
    const reasons = Array.from({ length: 12 }, (_, index) => `reason ${index}`);
    await Promise.all(reasons.map((reason) => lists.put(entry('a.example', { reason }))));
    expect(reasons).toContain((await lists.get(entry('a.example')))?.reason);
    expect(events()).toHaveLength(12);
    await lists.put(entry('a.example', { reason: 'last' }));
    expect(await lists.all()).toEqual([entry('a.example', { reason: 'last' })]);
  });

  it('takes an entry off once, and tells of it', async () => {
    await lists.put(entry('a.example'));
    expect(await lists.remove(entry('a.example'), 'ann')).toBe(true);
    expect(await lists.remove(entry('a.example'))).toBe(false);
    expect(await lists.get(entry('a.example'))).toBeNull();
    expect(events().slice(1)).toEqual([
      { list: 'deny', entry: 'a.example', removed: true, by: 'ann', at: AT },
    ]);
  });

  it('gives no entry from the instant at which it runs out, and sweeps it', async () => {
    const expiresAt = new Date(NOON + HOUR).toISOString();
    await lists.put(entry('short.example', { expiresAt }));
    await lists.put(entry('long.example'));
    now = NOON + HOUR - 1;
    expect(await lists.sweep()).toBe(0);
    expect(await lists.all()).toHaveLength(2);
    now = NOON + HOUR;
    expect(await lists.get(entry('short.example'))).toBeNull();
    expect(await lists.all()).toEqual([entry('long.example')]);
    expect((await lists.page('deny')).items).toEqual([entry('long.example')]);
    expect(await lists.sweep()).toBe(1);
    expect(await lists.sweep()).toBe(0);
    expect(events().at(-1)).toMatchObject({ entry: 'short.example', removed: true });
    now = NOON;
    expect(await lists.get(entry('short.example'))).toBeNull();
  });

  it('leaves an entry that was renewed', async () => {
    await lists.put(entry('a.example', { expiresAt: new Date(NOON + HOUR).toISOString() }));
    now = NOON + 2 * HOUR;
    await lists.put(entry('a.example', { expiresAt: new Date(NOON + 3 * HOUR).toISOString() }));
    expect(await lists.sweep()).toBe(0);
    expect(await lists.get(entry('a.example'))).not.toBeNull();
  });

  it('pages through one list by entry, and through all of both', async () => {
    const hosts = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example`);
    for (const host of hosts.toReversed()) await lists.put(entry(host));
    await lists.put(entry('b.example', { list: 'allow' }));
    const first = await lists.page('deny', { limit: 3 });
    expect(first.items.map((each) => each.entry)).toEqual(hosts.slice(0, 3));
    const second = await lists.page('deny', { limit: 3, after: first.next ?? '' });
    expect(second.items.map((each) => each.entry)).toEqual(hosts.slice(3));
    expect(second.next).toBeNull();
    expect(await lists.all()).toHaveLength(6);
  });
});
