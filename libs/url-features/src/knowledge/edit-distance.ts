/** Longest name compared; a longer one is as far from any brand as can be. */
const LONGEST = 32;
const WIDTH = LONGEST + 1;
const table = new Uint8Array(WIDTH * WIDTH);
for (let index = 0; index < WIDTH; index++) {
  table[index] = index;
  table[index * WIDTH] = index;
}

/**
 * The edits from `a` to `b`: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment,
 * Damerau–Levenshtein), or `most + 1` where more than `most` are needed. Costs at most `(2·most + 1) · a.length` steps.
 */
export function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (a.length > LONGEST || b.length > LONGEST || Math.abs(a.length - b.length) > most) return far;
  for (let row = 1; row <= a.length; row++) {
    if (fillRow(a, b, row, most) > most) return far;
  }
  return Math.min(table[a.length * WIDTH + b.length] as number, far);
}

/** Fills the cells of a row that lie within `most` of the diagonal and gives their least. */
function fillRow(a: string, b: string, row: number, most: number): number {
  const from = Math.max(1, row - most);
  const to = Math.min(b.length, row + most);
  const at = row * WIDTH;
  // Outside the band every path is longer than `most`.
  if (from > 1) table[at + from - 1] = most + 1;
  if (to < b.length) table[at + to + 1] = most + 1;
  let least = from === 1 ? row : most + 1;
  for (let column = from; column <= to; column++) {
    const value = cell(a, b, row, column, most);
    table[at + column] = value;
    if (value < least) least = value;
  }
  return least;
}

function cell(a: string, b: string, row: number, column: number, most: number): number {
  const at = row * WIDTH + column;
  const left = a.charCodeAt(row - 1);
  const right = b.charCodeAt(column - 1);
  const same = (table[at - WIDTH - 1] as number) + (left === right ? 0 : 1);
  // The upper cell of the band's last column, and the left one of its first, were not filled for this pair.
  const deleted = column - row >= most ? most + 1 : (table[at - WIDTH] as number) + 1;
  const inserted = row - column >= most ? most + 1 : (table[at - 1] as number) + 1;
  let value = Math.min(same, deleted, inserted);
  if (row > 1 && column > 1 && left === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === right) {
    value = Math.min(value, (table[at - 2 * WIDTH - 2] as number) + 1);
  }
  return value;
}
