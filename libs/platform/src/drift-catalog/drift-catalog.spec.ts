import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TemporaryBackends, temporaryBackends } from '../testing/index.js';
import { DriftCatalog, type DriftEntry } from './drift-catalog.js';

let backends: TemporaryBackends;
beforeAll(async () => {
  backends = await temporaryBackends();
});
afterAll(() => backends.dispose());

const entry = (id: string, name = 'url'): DriftEntry => ({
  id,
  model: { name, version: 1 },
  reference: 'training',
  from: '2026-03-01T11:55:00.000Z',
  to: '2026-03-01T12:00:00.000Z',
  rows: 1_000,
  processes: 1,
  level: 'ok',
  columns: 121,
  drifted: [],
  verdictRows: { safe: 1_000 },
  at: '2026-03-01T12:00:30.000Z',
});

it('keeps a report once, and lists the newest of a model first', async () => {
  const catalog = new DriftCatalog(backends.documents);
  for (const each of [entry('2-a'), entry('3-b', 'uci-30'), entry('1-c')]) await catalog.record(each);
  expect(await catalog.record({ ...entry('1-c'), level: 'drifted' })).toEqual(entry('1-c'));
  expect((await catalog.list({ name: 'url' })).items.map(({ id }) => id)).toEqual(['2-a', '1-c']);
  expect((await catalog.list({ limit: 1 })).items).toEqual([entry('3-b', 'uci-30')]);
  expect(await catalog.get('2-a')).toEqual(entry('2-a'));
  expect(await catalog.get('none')).toBeNull();
});
