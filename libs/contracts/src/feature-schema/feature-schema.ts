import type { Verdict } from '../verdict/verdict.js';

/** One numeric input column of a feature schema. A missing value is `null` in rows and `NaN` in matrices. */
export interface FeatureColumn {
  readonly name: string;
  readonly type: 'integer' | 'number';
  /** The only values allowed, where the column is categorical. */
  readonly allowed?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
}

/** One class of the label. */
export interface LabelClass {
  /** The class's name in verdicts, metrics and reports: `phishing`, `legitimate`, `suspicious`. */
  readonly name: string;
  /** The data set's own value for it, written back in predictions. */
  readonly value: number | string;
  /** Other spellings accepted on input, besides the name and the value. */
  readonly aliases?: readonly (number | string)[];
  readonly verdict: Verdict;
}

export interface LabelColumn {
  readonly column: string;
  /** The name of the class whose F1 is optimised. */
  readonly positive: string;
  readonly classes: readonly LabelClass[];
}

/** Where a model's features come from: the row's own columns, or a URL in one text column. */
export type SchemaInput =
  | { readonly kind: 'features' }
  | { readonly kind: 'url'; readonly column: string; readonly context: readonly string[] };

/**
 * Names the columns a model reads. A model's name is its schema's name.
 * For `input.kind === 'url'`, `columns` is empty: the features are computed by `@weir/url-features`.
 */
export interface FeatureSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly source?: string;
  readonly input: SchemaInput;
  readonly columns: readonly FeatureColumn[];
  readonly label: LabelColumn;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/;

/** What two labels must share to be the same: `-1`, `"-1"` and `" -1.0"` are, as are `Phishing` and `phishing`. */
export function labelSpelling(raw: unknown): string {
  if (raw === null || typeof raw === 'object') return '';
  const text = String(raw).trim().toLowerCase();
  // Adding zero makes -0 the plain one.
  return DECIMAL.test(text) ? String(Number(text) + 0) : text;
}

/** Looked up once a row, so worked out once a label. */
const SPELLINGS = new WeakMap<LabelColumn, ReadonlyMap<string, number>>();

/** The index of the class a raw label value names, or -1. Numbers and their text are the same value; case and space count for nothing. */
export function classIndexOf(label: LabelColumn, raw: unknown): number {
  const spellings = SPELLINGS.get(label) ?? spellingsOf(label);
  return spellings.get(labelSpelling(raw)) ?? -1;
}

function spellingsOf(label: LabelColumn): ReadonlyMap<string, number> {
  const spellings = new Map<string, number>();
  for (const [index, { name, value, aliases = [] }] of label.classes.entries()) {
    for (const spelling of [name, value, ...aliases].map(labelSpelling))
      if (!spellings.has(spelling)) spellings.set(spelling, index);
  }
  SPELLINGS.set(label, spellings);
  return spellings;
}

/** The index of the positive class. Throws `RangeError` if the schema names none of its classes. */
export function positiveIndexOf(label: LabelColumn): number {
  const index = label.classes.findIndex((each) => each.name === label.positive);
  if (index < 0) throw new RangeError(`positive class "${label.positive}" is not one of the label's classes`);
  return index;
}
