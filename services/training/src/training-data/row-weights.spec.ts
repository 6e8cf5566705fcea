import { describe, expect, it } from 'vitest';
import { weightsByAge, yearOf } from './row-weights.js';

const PHISHING = 0;
const weigh = (rows: readonly (readonly [number, number])[]) =>
  weightsByAge(
    Int16Array.from(rows, ([year]) => year),
    Int32Array.from(rows, ([, label]) => label),
    PHISHING,
  );

describe('weightsByAge', () => {
  it('counts phishing of the two newest years eight times, and nothing else', () => {
    const rows = [
      [2024, 0],
      [2023, 0],
      [2022, 0],
      [0, 0],
      [2024, 1],
      [0, 1],
    ] as const;
    expect([...(weigh(rows) ?? [])]).toEqual([8, 8, 1, 1, 1, 1]);
  });

  it('does not let one correction of today age the rest', () => {
    const rows = Array.from({ length: 40 }, (): [number, number] => [2024, 0]);
    expect([...(weigh([...rows, [2030, 0]]) ?? [])]).toEqual(new Array(41).fill(8));
  });

  it('is silent where no phishing has a date', () => {
    expect(weigh([[0, 0]])).toBeUndefined();
    expect(weigh([[2024, 1]])).toBeUndefined();
  });
});

describe('yearOf', () => {
  it.each([
    ['2024-03-01', 2024],
    [' 2019', 2019],
    ['', 0],
    [' ', 0],
    [null, 0],
    [undefined, 0],
    ['12-31-2024', 0],
    ['9999', 0],
    ['soon', 0],
  ])('reads %j as %d', (date, year) => {
    expect(yearOf(date)).toBe(year);
  });
});
