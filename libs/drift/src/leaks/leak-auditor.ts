import { DriftError } from '../errors.js';
import { auditLeaks, type LeakFinding, type LeakOptions } from './audit-leaks.js';
import {
  type AuditedColumn,
  type CellValue,
  JointCounter,
  type JointCounterOptions,
} from './joint-counts.js';
import { URL_TEXT_RULES } from './url-rules.js';

export interface LeakAuditorInput {
  /** Names of the classes, by class index. */
  readonly classes: readonly string[];
  readonly columns: readonly AuditedColumn[];
  /** The text column that holds URLs: it is judged by `URL_TEXT_RULES`, named `url.has_scheme` and so on. */
  readonly urlColumn?: string;
}

/** Looks for leaks in a stream of rows, in bounded memory. */
export class LeakAuditor {
  private readonly counters: JointCounter[];
  private readonly urlCounters: JointCounter[];
  private readonly urlIndex: number;

  constructor(
    private readonly input: LeakAuditorInput,
    options: JointCounterOptions = {},
  ) {
    const { classes, columns, urlColumn } = input;
    this.urlIndex = columns.findIndex(({ name }) => name === urlColumn);
    this.counters = columns.map((column) => new JointCounter(column, classes.length, options));
    const rules = this.urlIndex < 0 ? [] : URL_TEXT_RULES;
    this.urlCounters = rules.map(
      (rule) => new JointCounter({ ...rule, name: `${urlColumn}.${rule.name}` }, classes.length, options),
    );
  }

  /** One row in the order of the columns, with its class index. Throws `BAD_ROW` and `BAD_CLASS`. */
  add(row: ArrayLike<CellValue>, classIndex: number): void {
    if (row.length !== this.counters.length)
      throw new DriftError('BAD_ROW', `${row.length}, not ${this.counters.length}`);
    for (const [index, counter] of this.counters.entries()) {
      if (index !== this.urlIndex) counter.add(row[index] ?? null, classIndex);
    }
    const url = row[this.urlIndex];
    if (typeof url !== 'string') return;
    for (const [index, counter] of this.urlCounters.entries()) {
      counter.add(URL_TEXT_RULES[index]?.value(url) ?? null, classIndex);
    }
  }

  findings(options: LeakOptions = {}): LeakFinding[] {
    const columns = [...this.counters, ...this.urlCounters].map((counter) => counter.counts());
    return auditLeaks({ classes: this.input.classes, columns }, options);
  }
}
