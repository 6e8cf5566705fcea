import { expect, it } from 'vitest';
import { relativeTime } from './time.js';

const NOW = Date.parse('2030-06-15T12:00:00Z');

it.each([
  ['2030-06-15T12:00:00Z', 'now'],
  ['2030-06-15T11:59:48Z', '12 seconds ago'],
  ['2030-06-15T11:55:01Z', '4 minutes ago'],
  ['2030-06-15T09:00:00Z', '3 hours ago'],
  ['2030-06-14T12:00:00Z', 'yesterday'],
  ['2030-06-17T12:00:00Z', 'in 2 days'],
  ['not a time', 'not a time'],
])('says %s as %s', (at, words) => {
  expect(relativeTime(at, NOW)).toBe(words);
});

it('gives the date of what is long ago', () => {
  expect(relativeTime('2029-01-02T12:00:00Z', NOW)).toContain('2029');
});
