import type { FeatureColumn } from '@weir/contracts';
import type { ValidationIssue } from '../report/validation-report.js';

/** Bad values named in a message. */
const EXAMPLES = 5;
/** Share of missing values from which a column is warned of. */
const MISSING_WARNING = 0.05;

/** Checks one column's values against its schema while they stream by. */
export class ColumnValues {
  #rows = 0;
  #missing = 0;
  #notAllowed = 0;
  #outOfRange = 0;
  #notWhole = 0;
  readonly #allowed: ReadonlySet<number> | null;
  readonly #examples = new Set<number>();
  #first = Number.NaN;
  #varies = false;

  constructor(private readonly column: FeatureColumn) {
    this.#allowed = column.allowed === undefined ? null : new Set(column.allowed);
  }

  /** One row's value; `NaN` is missing. */
  add(value: number): void {
    this.#rows++;
    if (Number.isNaN(value)) {
      this.#missing++;
      return;
    }
    if (Number.isNaN(this.#first)) this.#first = value;
    else if (value !== this.#first) this.#varies = true;
    if (this.#allowed !== null && !this.#allowed.has(value)) {
      this.#notAllowed++;
      if (this.#examples.size < EXAMPLES) this.#examples.add(value);
    }
    if (value < (this.column.minimum ?? -Infinity) || value > (this.column.maximum ?? Infinity))
      this.#outOfRange++;
    if (this.column.type === 'integer' && !Number.isInteger(value)) this.#notWhole++;
  }

  issues(): ValidationIssue[] {
    return [
      this.#allowedIssue(),
      this.#rangeIssue(),
      this.#wholeIssue(),
      this.#missingIssue(),
      this.#constantIssue(),
    ].filter((issue) => issue !== null);
  }

  #allowedIssue(): ValidationIssue | null {
    if (this.#notAllowed === 0) return null;
    const allowed = (this.column.allowed ?? []).join(', ');
    const message = `${this.#notAllowed} rows have values other than ${allowed}, such as ${[...this.#examples].join(', ')}`;
    return {
      code: 'values-not-allowed',
      severity: 'error',
      column: this.column.name,
      message,
      rows: this.#notAllowed,
    };
  }

  #rangeIssue(): ValidationIssue | null {
    if (this.#outOfRange === 0) return null;
    const message = `${this.#outOfRange} rows lie outside ${this.column.minimum ?? '−∞'} … ${this.column.maximum ?? '∞'}`;
    return {
      code: 'values-out-of-range',
      severity: 'error',
      column: this.column.name,
      message,
      rows: this.#outOfRange,
    };
  }

  #wholeIssue(): ValidationIssue | null {
    if (this.#notWhole === 0) return null;
    const message = `${this.#notWhole} rows are not whole numbers`;
    return {
      code: 'values-not-whole',
      severity: 'error',
      column: this.column.name,
      message,
      rows: this.#notWhole,
    };
  }

  #missingIssue(): ValidationIssue | null {
    if (this.#missing === 0) return null;
    if (this.#missing === this.#rows) {
      return {
        code: 'all-missing',
        severity: 'error',
        column: this.column.name,
        message: 'no row has a value',
        rows: this.#missing,
      };
    }
    const share = this.#missing / this.#rows;
    const message = `${this.#missing} of ${this.#rows} rows (${(share * 100).toFixed(1)} %) have no value`;
    const severity = share > MISSING_WARNING ? 'warning' : 'note';
    return { code: 'missing-values', severity, column: this.column.name, message, rows: this.#missing };
  }

  #constantIssue(): ValidationIssue | null {
    if (this.#varies || Number.isNaN(this.#first) || this.#rows < 2) return null;
    const message = `every value is ${this.#first}: the column says nothing`;
    return { code: 'constant-column', severity: 'warning', column: this.column.name, message };
  }
}
