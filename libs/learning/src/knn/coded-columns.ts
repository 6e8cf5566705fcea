/** Values a column may have to be coded: more would not repay the tables. */
const MAX_VALUES = 32;

/** Entries of one table at most, so that a point's tables stay in the nearest cache. */
const MAX_ENTRIES = 256;

/** Rows for each entry of a table: fewer, and filling the tables would cost more than it saves. */
const ROWS_AN_ENTRY = 16;

/** Chunks looked up for every row; the others only for rows still near enough after these. */
const HEAD = 3;

/** Columns whose values together are one code: a number in base (values of each), the first column lowest. */
interface Chunk {
  readonly columns: readonly number[];
  readonly values: readonly Float32Array[];
  readonly entries: number;
}

/**
 * The few-valued columns of a set of rows, several to a code. To one point, the squared distance over all of a chunk's
 * columns is one entry of a small table, so 30 ternary columns cost six look-ups instead of thirty differences
 * (the table distances of Jégou et al. 2011, "Product quantization", but exact: every value is a centroid).
 */
export interface CodedColumns {
  /** None, or at least {@link HEAD}. */
  readonly chunks: readonly Chunk[];
  /** Chunks × rows. */
  readonly codes: Uint16Array;
  /** Numbers in one chunk's table: a point's tables take chunks × `stride`. */
  readonly stride: number;
  /** The columns that are not coded, in the order given. */
  readonly others: Int32Array;
}

interface FewValued {
  readonly column: number;
  readonly values: Float32Array;
}

function fewValues(rows: Float32Array, count: number, columns: number, column: number): number[] | undefined {
  const found: number[] = [];
  for (let row = 0; row < count; row++) {
    const value = rows[row * columns + column]!;
    if (found.includes(value)) continue;
    if (found.length === MAX_VALUES) return undefined;
    found.push(value);
  }
  return found.sort((a, b) => a - b);
}

/** Puts each column into the first chunk that it fits. */
function packed(few: readonly FewValued[], maxEntries: number): Chunk[] {
  const chunks: { columns: number[]; values: Float32Array[]; entries: number }[] = [];
  const add = () => {
    const chunk = { columns: [], values: [], entries: 1 };
    chunks.push(chunk);
    return chunk;
  };
  for (const { column, values } of few) {
    const chunk = chunks.find((each) => each.entries * values.length <= maxEntries) ?? add();
    chunk.columns.push(column);
    chunk.values.push(values);
    chunk.entries *= values.length;
  }
  while (chunks.length > 0 && chunks.length < HEAD) add();
  return chunks;
}

function writeCodes(rows: Float32Array, columns: number, chunk: Chunk, codes: Uint16Array): void {
  for (let row = 0; row < codes.length; row++) {
    let code = 0;
    for (let index = chunk.columns.length - 1; index >= 0; index--) {
      const values = chunk.values[index]!;
      code = code * values.length + values.indexOf(rows[row * columns + chunk.columns[index]!]!);
    }
    codes[row] = code;
  }
}

/** Codes the few-valued ones among the columns of `rows` (row-major, no `NaN`); `order` names every column once. */
export function codeColumns(rows: Float32Array, columns: number, order: Int32Array): CodedColumns {
  const count = rows.length / columns;
  const maxEntries = Math.min(MAX_ENTRIES, Math.floor(count / ROWS_AN_ENTRY));
  const few: FewValued[] = [];
  const others: number[] = [];
  for (const column of order) {
    const values = fewValues(rows, count, columns, column);
    if (values && values.length <= maxEntries) few.push({ column, values: Float32Array.from(values) });
    else others.push(column);
  }
  const chunks = packed(few, maxEntries);
  const codes = new Uint16Array(chunks.length * count);
  chunks.forEach((chunk, index) => {
    writeCodes(rows, columns, chunk, codes.subarray(index * count, (index + 1) * count));
  });
  const stride = chunks.reduce((most, chunk) => Math.max(most, chunk.entries), 0);
  return { chunks, codes, stride, others: Int32Array.from(others) };
}

/** Writes the point's squared distance to every code, chunk by chunk, to `tables` from `at`. */
export function writeTables(
  { chunks, stride }: CodedColumns,
  point: Float32Array,
  start: number,
  tables: Float64Array,
  at: number,
): void {
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    const from = at + index * stride;
    let filled = 1;
    tables[from] = 0;
    for (let each = 0; each < chunk.columns.length; each++) {
      const values = chunk.values[each]!;
      const own = point[start + chunk.columns[each]!]!;
      // The first value's part is written last: it is what the others are made from.
      for (let value = values.length - 1; value >= 0; value--) {
        const difference = own - values[value]!;
        const square = difference * difference;
        const to = from + value * filled;
        for (let entry = 0; entry < filled; entry++) tables[to + entry] = tables[from + entry]! + square;
      }
      filled *= values.length;
    }
  }
}

/** Writes the squared distances over the first chunks to the rows `first` up to but without `end`. */
export function writeHeadDistances(
  { chunks, codes, stride }: CodedColumns,
  tables: Float64Array,
  at: number,
  rows: number,
  first: number,
  end: number,
  distances: Float64Array,
): void {
  const count = end - first;
  if (chunks.length === 0) {
    distances.fill(0, 0, count);
    return;
  }
  const codeB = first + rows;
  const codeC = codeB + rows;
  const tableB = at + stride;
  const tableC = tableB + stride;
  for (let row = 0; row < count; row++) {
    distances[row] =
      tables[at + codes[first + row]!]! +
      tables[tableB + codes[codeB + row]!]! +
      tables[tableC + codes[codeC + row]!]!;
  }
}

/** A row's squared distance over the chunks that are not in the head. */
export function tailDistance(
  { chunks, codes, stride }: CodedColumns,
  tables: Float64Array,
  at: number,
  rows: number,
  row: number,
): number {
  let sum = 0;
  for (let chunk = HEAD; chunk < chunks.length; chunk++)
    sum += tables[at + chunk * stride + codes[chunk * rows + row]!]!;
  return sum;
}
