import type { SourceRequest } from '@weir/contracts';
import { expect, it } from 'vitest';
import { rangesOf } from './kafka-range.js';

const OFFSETS = [
  { partition: 2, low: '0', high: '0' },
  { partition: 1, low: '5', high: '9' },
  { partition: 0, low: '0', high: '3' },
];

const ranges = (request: Partial<SourceRequest>) =>
  rangesOf({ kind: 'kafka', topic: 't', ...request }, OFFSETS).map(({ partition, from, to }) => [
    partition,
    Number(from),
    Number(to),
  ]);

it('is all there is now, by partition, where nothing is asked for', () => {
  expect(ranges({})).toEqual([
    [0, 0, 3],
    [1, 5, 9],
  ]);
});

it('is what is asked for: from inclusive, to exclusive, nothing where they meet', () => {
  expect(ranges({ from: { 1: '6' }, to: { 0: '0', 1: '8' } })).toEqual([[1, 6, 8]]);
});

it.each([
  [{ from: { 7: '0' } }, 'WEIR_REQUEST_INVALID'],
  [{ to: { 0: '-1' } }, 'WEIR_REQUEST_INVALID'],
  [{ from: { 0: 'latest' } }, 'WEIR_REQUEST_INVALID'],
  [{ from: { 1: '4' } }, 'WEIR_NOT_FOUND'],
  [{ to: { 1: '10' } }, 'WEIR_NOT_FOUND'],
])('%j is refused with %s', (request, code) => {
  expect(() => ranges(request)).toThrow(expect.objectContaining({ code }));
});
