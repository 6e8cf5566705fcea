import { expect, it } from 'vitest';
import { endOfDay, type ListEntry, matching } from './list-entries.js';

const ENTRIES: readonly ListEntry[] = [
  { list: 'deny', entry: 'evil.example', reason: 'Campaign of May', by: 'ann', at: '2030-01-01T00:00:00Z' },
  { list: 'deny', entry: 'other.example', at: '2030-01-01T00:00:00Z' },
];

it.each([
  ['', ['evil.example', 'other.example']],
  [' EVIL ', ['evil.example']],
  ['campaign', ['evil.example']],
  ['ann', ['evil.example']],
  ['nothing', []],
])('searches host, reason and author for %j', (text, found) => {
  expect(matching(ENTRIES, text).map(({ entry }) => entry)).toEqual(found);
});

it('lets an entry count until its last day is over, by the reader’s clock', () => {
  const end = new Date(endOfDay('2030-01-31'));
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([2030, 0, 31, 23]);
});
