/** Columns of which every row's differences are taken; the rest only for rows still near enough after these. */
const LEADING = 8;

/** Rest columns between two looks at whether a row is too far away already. */
const COLUMNS_A_LOOK = 8;

/** Columns with many values: the leading ones column by column, the others row by row. */
export interface PlainColumns {
  readonly leading: Int32Array;
  /** Leading columns × rows. */
  readonly leadingValues: Float32Array;
  readonly rest: Int32Array;
  /** Rows × rest columns. */
  readonly restValues: Float32Array;
}

/** Lays out `chosen` columns of `rows` (row-major, no `NaN`). */
export function layOutColumns(rows: Float32Array, columns: number, chosen: Int32Array): PlainColumns {
  const count = rows.length / columns;
  const leading = chosen.subarray(0, LEADING);
  const rest = chosen.subarray(LEADING);
  const leadingValues = new Float32Array(leading.length * count);
  const restValues = new Float32Array(rest.length * count);
  for (let row = 0; row < count; row++) {
    const from = row * columns;
    for (let index = 0; index < leading.length; index++)
      leadingValues[index * count + row] = rows[from + leading[index]!]!;
    for (let index = 0; index < rest.length; index++)
      restValues[row * rest.length + index] = rows[from + rest[index]!]!;
  }
  return { leading, leadingValues, rest, restValues };
}

/** Adds the leading columns' squared differences to the rows `first` up to but without `end`. */
export function addLeadingDistances(
  { leading, leadingValues }: PlainColumns,
  point: Float32Array,
  start: number,
  rows: number,
  first: number,
  end: number,
  distances: Float64Array,
): void {
  const count = end - first;
  let index = 0;
  for (; index + 1 < leading.length; index += 2) {
    const a = point[start + leading[index]!]!;
    const b = point[start + leading[index + 1]!]!;
    const fromA = index * rows + first;
    const fromB = fromA + rows;
    for (let row = 0; row < count; row++) {
      const differenceA = a - leadingValues[fromA + row]!;
      const differenceB = b - leadingValues[fromB + row]!;
      distances[row]! += differenceA * differenceA + differenceB * differenceB;
    }
  }
  if (index === leading.length) return;
  const a = point[start + leading[index]!]!;
  const from = index * rows + first;
  for (let row = 0; row < count; row++) {
    const difference = a - leadingValues[from + row]!;
    distances[row]! += difference * difference;
  }
}

/** The whole distance of a row whose other columns make `distance`; possibly only a part of it, once above `worst`. */
export function withRest(
  { rest, restValues }: PlainColumns,
  restPoint: Float64Array,
  row: number,
  distance: number,
  worst: number,
): number {
  const width = rest.length;
  const from = row * width;
  let index = 0;
  let sum = distance;
  for (; index + COLUMNS_A_LOOK <= width && sum < worst; index += COLUMNS_A_LOOK) {
    // Two chains of additions: one would wait for itself.
    let even = 0;
    let odd = 0;
    for (let each = index; each < index + COLUMNS_A_LOOK; each += 2) {
      const a = restPoint[each]! - restValues[from + each]!;
      const b = restPoint[each + 1]! - restValues[from + each + 1]!;
      even += a * a;
      odd += b * b;
    }
    sum += even + odd;
  }
  if (sum >= worst) return sum;
  for (; index < width; index++) {
    const difference = restPoint[index]! - restValues[from + index]!;
    sum += difference * difference;
  }
  return sum;
}
