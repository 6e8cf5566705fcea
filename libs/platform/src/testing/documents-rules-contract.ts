import { expect, it } from 'vitest';
import type { Collection, DocumentValue, FindOptions } from '../documents/index.js';
import { expectCode, type OpenCollection, type Run } from './documents-contract.js';

const PLAIN = { name: 'plain', indexes: [] };
const UNICODE_IDS = [
  'a',
  'Z',
  'ä',
  'é',
  '日本',
  'ключ',
  'https://example.com/?q=1#x',
  'a b',
  '~',
  'a.b',
  '$x',
];

/** Values, ids and pages: the part of the contract that says what may be stored, and in what order it is found. */
export function documentRulesContract(open: OpenCollection): void {
  const own = () => open<DocumentValue>();

  it('keeps values as JSON does', async () => {
    const things = await own();
    const value = {
      state: 'ünïcødé 日本 😀',
      'dotted.member': { 'a.b.c': [1, { 'x.y': null }] },
      absent: undefined,
      nothing: null,
      integer: 9_007_199_254_740_991,
      fraction: 0.1,
      negative: -2_147_483_649,
      empty: {},
      list: [undefined, true, [[]]],
      date: new Date(0),
      notANumber: Number.NaN,
      '': 'no name',
    };
    const kept = JSON.parse(JSON.stringify(value));
    expect((await things.insert('v', value)).value).toEqual(kept);
    expect((await things.get('v'))?.value).toStrictEqual(kept);
    expect((await things.find()).items).toStrictEqual([{ id: 'v', revision: 1, value: kept }]);
    const next = { state: 's', 'other.member': 1 };
    await things.replace('v', next, 1);
    expect((await things.get('v'))?.value).toStrictEqual(next);
  });

  it('does not share a value with its caller', async () => {
    const things = await own();
    const value = { state: 's', nested: { list: [1] } };
    const { value: returned } = await things.insert('v', value);
    value.nested.list.push(2);
    (returned as typeof value).nested.list.push(3);
    expect((await things.get('v'))?.value).toEqual({ state: 's', nested: { list: [1] } });
  });

  it('keeps a megabyte', async () => {
    const things = await own();
    const value = { state: 's', text: 'é'.repeat(500_000) };
    await things.insert('big', value);
    expect((await things.get('big'))?.value).toEqual(value);
    const tooLarge = { state: 's', text: 'x'.repeat(5_000_000) };
    await expectCode(things.insert('huge', tooLarge), 'WEIR_REQUEST_TOO_LARGE');
  });

  it.each<[string, DocumentValue]>([
    ['a list', [1]],
    ['a member that begins with a dollar sign', { state: 's', nested: { $where: '1' } }],
    ['a member with NUL', { state: 's', 'a\0b': 1 }],
    ['a BSON type', { state: 's', nested: [{ _bsontype: 'ObjectId' }] }],
    ['an indexed list', { state: ['s'] }],
    ['an indexed object', { state: { s: 1 } }],
    ['a unique null', { state: 's', name: null }],
    ['a bigint', { state: 's', count: 1n }],
  ])('refuses %s', async (_case, value) => {
    const things = await own();
    await expectCode(things.insert('bad', value), 'WEIR_REQUEST_INVALID');
    await things.insert('good', { state: 's' });
    await expectCode(things.replace('good', value, 1), 'WEIR_REQUEST_INVALID');
    expect((await things.find()).items).toEqual([{ id: 'good', revision: 1, value: { state: 's' } }]);
  });

  it('takes ids of any script, in the order of their bytes', async () => {
    const things = await own();
    for (const id of UNICODE_IDS) await things.insert(id, { state: 's', id });
    const ordered = [...UNICODE_IDS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const { items } = await things.find();
    expect(items.map(({ id }) => id)).toEqual(ordered);
    const down = await things.find({ order: 'descending', where: { state: 's' } });
    expect(down.items.map(({ id }) => id)).toEqual(ordered.toReversed());
    for (const id of UNICODE_IDS) expect((await things.get(id))?.value).toEqual({ state: 's', id });
  });

  it.each([
    ['empty', ''],
    ['too long', 'é'.repeat(257)],
    ['a control character', 'a\nb'],
    ['half a character', 'a\ud800'],
  ])('refuses an id that is %s, and finds nothing by it', async (_case, id) => {
    const things = await own();
    await expectCode(things.insert(id, { state: 's' }), 'WEIR_REQUEST_INVALID');
    expect(await things.get(id)).toBeNull();
    expect(await things.delete(id)).toBe(false);
  });

  it('takes the longest id and long indexed values', async () => {
    const things = await own();
    const id = 'é'.repeat(256);
    const state = `https://example.com/${'x'.repeat(100_000)}`;
    await things.insert(id, { state, name: state });
    expect((await things.find({ where: { state } })).items.map((item) => item.id)).toEqual([id]);
    await expectCode(things.insert('other', { state: 's', name: state }), 'WEIR_DOCUMENT_EXISTS');
  });

  it.each<[string, FindOptions]>([
    ['a page of none', { limit: 0 }],
    ['a page too large', { limit: 1_001 }],
    ['half a page', { limit: 1.5 }],
    ['a filter that is not indexed', { where: { other: 1 } }],
    ['a cursor that was never given', { after: '\0' }],
  ])('refuses to find by %s', async (_case, options) => {
    await expectCode((await own()).find(options), 'WEIR_REQUEST_INVALID');
  });

  it('refuses an impossible collection', async () => {
    await expectCode(open({ name: 'a.b', indexes: [] }), 'WEIR_REQUEST_INVALID');
    await expectCode(open({ ...PLAIN, indexes: [{ field: 'a.b' }] }), 'WEIR_REQUEST_INVALID');
  });

  it.each(['ascending', 'descending'] as const)(
    'pages %s without gaps or repeats, while others insert',
    async (order) => {
      const things = await open();
      const before = Array.from({ length: 25 }, (_, index) => `k${String(index * 10).padStart(3, '0')}`);
      await Promise.all(before.map((id) => things.insert(id, { state: 's' })));
      const seen = await pageThrough(things, { order, limit: 4, where: { state: 's' } });
      expect(seen.filter((id) => before.includes(id))).toEqual(
        order === 'ascending' ? before : before.toReversed(),
      );
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(before.length);
    },
  );

  it('ends where the last page is full', async () => {
    const things = await open();
    for (const id of ['a', 'b', 'c', 'd']) await things.insert(id, { state: 's' });
    const first = await things.find({ limit: 2 });
    expect(first.next).toBe('b');
    expect((await things.find({ limit: 2, after: 'b' })).next).toBeNull();
    expect(await things.find({ after: 'd' })).toEqual({ items: [], next: null });
    expect((await things.find({ after: 'bb', order: 'descending' })).items.map(({ id }) => id)).toEqual([
      'b',
      'a',
    ]);
  });
}

/** Ids of all pages; inserts one document before and one after the cursor between any two pages. */
async function pageThrough(things: Collection<Run>, options: FindOptions): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof things.find>> = await things.find(
      after === null ? options : { ...options, after },
    );
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
    if (after === null) continue;
    await things.insert(`${after}+`, { state: 's' });
    await things.insert(`${after.slice(0, -1)}!`, { state: 's' });
  } while (after !== null);
  return seen;
}
