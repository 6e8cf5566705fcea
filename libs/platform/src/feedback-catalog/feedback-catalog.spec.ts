import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { type Correction, FeedbackCatalog } from './feedback-catalog.js';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const correction = (id: string, second: number, changes: Partial<Correction> = {}): Correction => ({
  id,
  url: 'http://a.example/x',
  canonical: 'a.example/x',
  label: 'phishing',
  by: 'ann',
  at: at(second),
  ...changes,
});

describe('FeedbackCatalog', () => {
  let backends: TemporaryBackends;
  let catalog: FeedbackCatalog;
  beforeEach(async () => {
    backends = await temporaryBackends();
    catalog = new FeedbackCatalog(backends.documents);
  });
  afterEach(() => backends.dispose());

  const all = async () => {
    const found: Correction[] = [];
    for await (const each of catalog.all()) found.push(each);
    return found;
  };

  it('keeps the newest of a URL, in whatever order they come', async () => {
    const [old, middle, newest] = [correction('a', 1), correction('b', 2), correction('c', 3)] as const;
    expect(await catalog.take(middle)).toBe(true);
    expect(await catalog.take(old)).toBe(false);
    expect(await catalog.take(newest)).toBe(true);
    expect(await all()).toEqual([newest]);
  });

  it('takes an id once: sent again with a later time it does not overrule who came between', async () => {
    await catalog.take(correction('a', 1));
    await catalog.take(correction('b', 2, { label: 'legitimate' }));
    expect(await catalog.take(correction('a', 3))).toBe(false);
    expect(await all()).toMatchObject([{ id: 'b', label: 'legitimate' }]);
  });

  it('ends the same where two at one instant come in either order, or at once', async () => {
    const pair = [correction('a', 1), correction('b', 1, { label: 'legitimate' })] as const;
    await Promise.all(pair.map((each) => catalog.take(each)));
    expect(await all()).toMatchObject([{ id: 'b' }]);
    const other = { url: 'http://b.example/', canonical: 'b.example' };
    for (const each of pair.toReversed()) await catalog.take({ ...each, ...other, id: `${each.id}2` });
    expect((await all()).find(({ canonical }) => canonical === 'b.example')).toMatchObject({ id: 'b2' });
  });

  it('bears ids and URLs that no document could be named by', async () => {
    const odd = correction('x\u0000'.repeat(128), 1, { canonical: `a.example/${'x'.repeat(60_000)}` });
    expect(await catalog.take(odd)).toBe(true);
    expect(await all()).toEqual([odd]);
  });

  it('gives all of them in one order, whatever theirs was', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) =>
      correction(`id${index}`, 1, { canonical: `h${index}.example` }),
    );
    await Promise.all(many.map((each) => catalog.take(each)));
    const first = await all();
    expect(first).toHaveLength(1_200);
    await catalog.take(correction('later', 2, { canonical: 'h7.example' }));
    expect((await all()).map(({ canonical }) => canonical)).toEqual(first.map(({ canonical }) => canonical));
  });
});
