import { expect, it } from 'vitest';
import { type PageStart, pages } from './pages.js';

it('asks for each page where the one before ends, and no further', async () => {
  const asked: PageStart[] = [];
  const list = [
    { runs: [1, 2], next: 'b' },
    { runs: [3], next: null },
  ];
  const runs: number[] = [];
  const all = pages(async (at) => {
    asked.push(at);
    return list[asked.length - 1] ?? { runs: [], next: null };
  });
  for await (const page of all) runs.push(...page.runs);
  expect(runs).toEqual([1, 2, 3]);
  expect(asked).toEqual([{}, { cursor: 'b' }]);
});

it('asks for no page that nobody reads', async () => {
  let asked = 0;
  for await (const _ of pages(async () => ({ next: String(++asked) }))) if (asked === 2) break;
  expect(asked).toBe(2);
});
