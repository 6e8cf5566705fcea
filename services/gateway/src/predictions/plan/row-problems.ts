import { WeirError } from '@weir/platform';

/** What is wrong with a row, and where. */
export interface RowProblem {
  /** From 1, the header not counted. */
  readonly row: number;
  readonly code: 'WEIR_DATA_VALUE' | 'WEIR_DATA_MALFORMED';
  /** The column; empty where the row itself is wrong. */
  readonly path: string;
  readonly message: string;
}

/** Rows named in one answer. */
const MOST = 100;
const KINDS = { WEIR_DATA_VALUE: 'value', WEIR_DATA_MALFORMED: 'rowLength' } as const;

/** Collects what is wrong with an input's rows, so that whoever mends it can mend them all. */
export class RowProblems {
  readonly #problems: RowProblem[] = [];

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** Nobody reads further. */
  get isFull(): boolean {
    return this.#problems.length >= MOST;
  }

  add(problem: RowProblem): void {
    if (!this.isFull) this.#problems.push(problem);
  }

  /** Throws the coded error of the first row, with all of them in `errors`. */
  throwIfAny(): void {
    const problems = this.#problems.sort((a, b) => a.row - b.row);
    const [first] = problems;
    if (first === undefined) return;
    const errors = problems.map(({ path, code, message }) => ({ path, code: KINDS[code], message }));
    throw new WeirError(first.code, `${first.message}${this.#more()}`, { context: { errors } });
  }

  #more(): string {
    const others = this.#problems.length - 1;
    if (others === 0) return '';
    const rows = others === 1 ? 'one more row is' : `${others} more rows are`;
    return this.isFull ? `; ${others} more rows and perhaps others are wrong too` : `; ${rows} wrong too`;
  }
}
