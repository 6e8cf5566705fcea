import type { LabelColumn } from '@weir/contracts';
import type { ClassShare, ValidationIssue } from '../report/validation-report.js';

/** Share of a class below which a warning is given. */
const RARE = 0.05;

/** Counts the labels while they stream by. */
export class ClassBalance {
  readonly #counts: number[];
  #unlabelled = 0;

  constructor(private readonly label: LabelColumn) {
    this.#counts = label.classes.map(() => 0);
  }

  /** One row's class index; -1 is no label. */
  add(index: number): void {
    if (index < 0) this.#unlabelled++;
    else this.#counts[index] = (this.#counts[index] ?? 0) + 1;
  }

  shares(): ClassShare[] {
    const labelled = this.#labelled();
    return this.label.classes.map(({ name }, index) => {
      const rows = this.#counts[index] ?? 0;
      return { name, rows, share: labelled === 0 ? 0 : rows / labelled };
    });
  }

  issues(): ValidationIssue[] {
    const shares = this.shares();
    const present = shares.filter((each) => each.rows > 0);
    const issues: ValidationIssue[] = [];
    if (present.length < 2) {
      const message =
        present.length === 0
          ? 'no row has a label'
          : `every label is ${present[0]?.name}: nothing can be learnt`;
      issues.push({ code: 'one-class', severity: 'error', message });
    } else {
      for (const each of shares) issues.push(...rareClass(each));
    }
    if (this.#unlabelled > 0 && present.length > 0) {
      const message = `${this.#unlabelled} rows have no label; training leaves them out`;
      issues.push({ code: 'unlabelled-rows', severity: 'warning', message, rows: this.#unlabelled });
    }
    return issues;
  }

  #labelled(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }
}

function rareClass({ name, rows, share }: ClassShare): ValidationIssue[] {
  if (rows === 0) return [{ code: 'class-without-rows', severity: 'warning', message: `no row is ${name}` }];
  if (share >= RARE) return [];
  const message = `only ${(share * 100).toFixed(1)} % of the rows are ${name}`;
  return [{ code: 'class-imbalance', severity: 'warning', message, rows }];
}
