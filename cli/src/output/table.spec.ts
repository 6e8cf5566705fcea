import { expect, it } from 'vitest';
import { table } from './table.js';

const columns = [{ title: 'ID' }, { title: 'TEXT', gives: true }, { title: 'N', align: 'right' }] as const;

it('lines columns up under their titles, numbers to the right', () => {
  expect(
    table(
      columns,
      [
        ['a', 'some', '1'],
        ['bcd', 'x', '200'],
      ],
      80,
    ),
  ).toEqual(['ID   TEXT    N', 'a    some    1', 'bcd  x     200']);
});

it('cuts the column that gives where the terminal is too narrow, and no other', () => {
  const lines = table(columns, [['a', 'a long text that has to give', '1']], 20);
  expect(lines[1]).toBe('a   a long text …  1');
  expect(lines.every((line) => line.length <= 20)).toBe(true);
});

it('measures colours as nothing', () => {
  const [, row] = table(columns, [['\u001b[31mab\u001b[39m', 'x', '1']], 80);
  expect(row).toBe('\u001b[31mab\u001b[39m  x     1');
});
