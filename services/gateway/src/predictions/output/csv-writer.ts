import { type RowScores, VERDICTS } from '@weir/contracts';
import type { CsvRecords } from '../input/row-batch.js';
import type { PredictedBatch } from '../predictor.js';
import type { AnswerTask, AnswerWriter } from './answer-writer.js';
import { csvCell, csvLine } from './csv-line.js';

/** Endings kept: a tree gives few probabilities, a large ensemble a different one to every row. */
const MOST_ENDINGS = 4_096;

/** The input's columns as they came, then `prediction`, `verdict`, `probability`. */
export class CsvWriter implements AnswerWriter {
  /** What follows a row's own cells, by class and verdict and then by probability. */
  readonly #endings = new Map<number, Map<number, Buffer>>();

  constructor(private readonly task: AnswerTask) {}

  begin(): string {
    return csvLine([...this.task.columns, 'prediction', 'verdict', 'probability']);
  }

  batch({ rows, records, cells, scores }: PredictedBatch): Buffer {
    const own = records ?? recordsOf(rows, cells);
    const endings = Array.from({ length: rows }, (_, row) => this.#ending(scores, row));
    let length = 0;
    for (let row = 0; row < rows; row++) length += sizeOf(own, row) + (endings[row] as Buffer).length;
    const bytes = Buffer.allocUnsafeSlow(length);
    let at = 0;
    for (let row = 0; row < rows; row++) {
      at += own.bytes.copy(bytes, at, own.starts[row], own.ends[row]);
      at += (endings[row] as Buffer).copy(bytes, at);
    }
    return bytes;
  }

  end(): string {
    return '';
  }

  #ending({ classes, verdicts, probabilities, labels }: RowScores, row: number): Buffer {
    const kind = (classes[row] as number) * VERDICTS.length + (verdicts[row] as number);
    const probability = probabilities[row] as number;
    let known = this.#endings.get(kind);
    if (known === undefined || known.size >= MOST_ENDINGS) {
      known = new Map();
      this.#endings.set(kind, known);
    }
    const found = known.get(probability);
    if (found !== undefined) return found;
    const label = csvCell(labels[classes[row] as number]);
    const ending = Buffer.from(`,${label},${VERDICTS[verdicts[row] as number]},${probability}\n`);
    known.set(probability, ending);
    return ending;
  }
}

function sizeOf({ starts, ends }: CsvRecords, row: number): number {
  return (ends[row] as number) - (starts[row] as number);
}

/** Of rows that did not come as CSV. */
function recordsOf(rows: number, cells: (row: number) => readonly unknown[]): CsvRecords {
  const lines = Array.from({ length: rows }, (_, row) => Buffer.from(csvLine(cells(row)).slice(0, -1)));
  const starts = new Int32Array(rows);
  const ends = new Int32Array(rows);
  let at = 0;
  lines.forEach((line, row) => {
    starts[row] = at;
    at += line.length;
    ends[row] = at;
  });
  return { bytes: Buffer.concat(lines), starts, ends };
}
