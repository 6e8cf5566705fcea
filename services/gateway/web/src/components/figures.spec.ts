import { expect, it } from 'vitest';
import { count, percent } from './figures.js';

it.each([
  [0.973, '97.3 %'],
  [0.0001, 'under 0.1 %'],
  [0.9997, 'over 99.9 %'],
  [0.5, '50.0 %'],
])('gives %d no certainty that nobody has: %s', (share, words) => {
  expect(percent(share)).toBe(words);
});

it('groups thousands', () => {
  expect(count(11_055)).toBe('11,055');
});
