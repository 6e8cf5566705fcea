import { complaint, readText } from '../../plan/cell.js';
import type { ScoringPlan } from '../../plan/columns.js';
import { type BadCell, FeatureCells } from '../../plan/feature-cells.js';
import type { RowProblems } from '../../plan/row-problems.js';
import { BATCH_ROWS, type CsvRecords, type RowBatch } from '../row-batch.js';
import { CsvScanner } from './csv-scanner.js';

/** Makes batches of the records that a scanner finds. */
export class CsvBatchReader {
  readonly #features: FeatureCells | undefined;
  readonly #size: number;
  readonly #reread: CsvScanner;
  #values = new Float32Array(0);
  #urls: string[] = [];
  #row = 0;

  constructor(
    private readonly scanner: CsvScanner,
    private readonly plan: ScoringPlan,
    private readonly width: number,
    private readonly problems: RowProblems,
  ) {
    this.#size = BATCH_ROWS[plan.kind];
    this.#reread = new CsvScanner(scanner.lineEnd);
    if (plan.kind === 'features') this.#features = new FeatureCells(plan);
  }

  /** The next records of the scanner's block; undefined where there are none, or nothing more is to be scored. */
  next(): RowBatch | undefined {
    const { scanner, problems } = this;
    const places = new Places(scanner.bytes);
    const first = this.#row + 1;
    this.#urls = [];
    while (places.rows < this.#size && !problems.isFull && scanner.next()) {
      this.#row += 1;
      // Who is told of bad rows gets no predictions: the rest is read for more of them only.
      if (this.#take(places.rows) && problems.isEmpty) places.add(scanner);
    }
    if (!problems.isEmpty || places.rows === 0) return undefined;
    return this.#batch(places, first);
  }

  #batch(places: Places, first: number): RowBatch {
    const { rows, lines } = places;
    const records = places.records();
    return {
      first,
      rows,
      asked: this.#asked(rows),
      records,
      where: (row) => `row ${first + row} (line ${lines[row]})`,
      cells: (row) => this.#cells(records, row),
    };
  }

  #cells({ bytes, starts, ends }: CsvRecords, row: number): string[] {
    this.#reread.load(bytes.subarray(starts[row], ends[row]), true);
    this.#reread.next();
    return this.#reread.texts();
  }

  #asked(rows: number): Float32Array | readonly string[] {
    const { plan } = this;
    return plan.kind === 'url' ? this.#urls : this.#values.subarray(0, rows * plan.columns.length);
  }

  /** Whether the scanner's record is a row in order. */
  #take(at: number): boolean {
    const { scanner, width } = this;
    if (scanner.cells !== width) {
      const message = `${this.#where()} holds ${scanner.cells} values, the header ${width}`;
      this.problems.add({ row: this.#row, code: 'WEIR_DATA_MALFORMED', path: '', message });
      return false;
    }
    return this.#features === undefined ? this.#takeUrl() : this.#takeFeatures(this.#features, at);
  }

  #takeFeatures(features: FeatureCells, at: number): boolean {
    if (this.#values.length < (at + 1) * features.width)
      this.#values = grown(this.#values, features.width * this.#size);
    const bad = features.readRecord(this.scanner, this.#values, at * features.width);
    if (bad !== undefined) this.#complain(bad.column.name, bad.cell, bad.objection);
    return bad === undefined;
  }

  #takeUrl(): boolean {
    const { plan, scanner } = this;
    if (plan.kind !== 'url') return false;
    const cell = scanner.text(plan.index);
    const url = readText(cell);
    if (url === undefined) this.#complain(plan.column, cell, 'is not a URL');
    else this.#urls.push(url);
    return url !== undefined;
  }

  #complain(column: string, cell: BadCell['cell'], objection: string): void {
    const message = complaint(cell, column, this.#where(), objection);
    this.problems.add({ row: this.#row, code: 'WEIR_DATA_VALUE', path: column, message });
  }

  #where(): string {
    return `row ${this.#row} (line ${this.scanner.line})`;
  }
}

/** Grows by doubling up to a whole batch: a small upload needs no memory for thousands of rows. */
function grown(values: Float32Array<ArrayBuffer>, most: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.min(most, Math.max(most / 64, values.length * 2)));
  larger.set(values);
  return larger;
}

/** Where the records of a batch stand. */
class Places {
  rows = 0;
  lines = new Int32Array(64);
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);

  constructor(private readonly bytes: Buffer) {}

  add({ from, to, line }: CsvScanner): void {
    if (this.rows === this.lines.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
      this.lines = doubled(this.lines);
    }
    this.#starts[this.rows] = from;
    this.#ends[this.rows] = to;
    this.lines[this.rows] = line;
    this.rows += 1;
  }

  records(): CsvRecords {
    return { bytes: this.bytes, starts: this.#starts, ends: this.#ends };
  }
}

function doubled(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2);
  larger.set(places);
  return larger;
}
