import { setImmediate } from 'node:timers/promises';
import type { FeatureSchema } from '@weir/contracts';
import {
  type AuditedColumn,
  type CellValue,
  type ColumnProfile,
  ColumnProfiler,
  DistinctRows,
  LeakAuditor,
  type LeakFinding,
} from '@weir/drift';
import type { SnapshotChunk, SnapshotManifest } from '@weir/platform';
import { isUrlProblem, parseUrl } from '@weir/url-features';
import type { ColumnSummary, ValidationIssue, ValidationReport } from '../report/validation-report.js';
import { ClassBalance } from './class-balance.js';
import { ColumnValues } from './column-values.js';
import { repeatedRowIssues } from './repeated-rows.js';

export type AuditFindings = Pick<ValidationReport, 'classes' | 'distinct' | 'columns' | 'leaks'> & {
  readonly profiles: readonly ColumnProfile[];
  readonly issues: readonly ValidationIssue[];
};

const SLICE_ROWS = 2_000;

/** Looks at every row of a snapshot once, in memory bounded by the number of columns and of distinct rows (16 bytes each). */
export class SnapshotAudit {
  readonly #profilers: readonly ColumnProfiler[];
  readonly #values: readonly ColumnValues[];
  readonly #balance: ClassBalance;
  readonly #distinct = new DistinctRows();
  readonly #leaks: LeakAuditor;
  readonly #columns: readonly AuditedColumn[];
  #unreadableUrls = 0;

  constructor(
    private readonly schema: FeatureSchema,
    private readonly manifest: SnapshotManifest,
  ) {
    const { input, label } = schema;
    this.#columns = auditedColumns(schema, manifest);
    this.#profilers = this.#columns.map(
      ({ name, kind }) => new ColumnProfiler(name, kind, { seed: manifest.splitSeed }),
    );
    this.#values = schema.columns.map((column) => new ColumnValues(column));
    this.#balance = new ClassBalance(label);
    this.#leaks = new LeakAuditor({
      classes: label.classes.map((each) => each.name),
      columns: this.#columns,
      ...(input.kind === 'url' ? { urlColumn: input.column } : {}),
    });
  }

  async add(chunk: SnapshotChunk): Promise<void> {
    const row: CellValue[] = this.#columns.map(() => null);
    for (let index = 0; index < chunk.rows; index++) {
      // Lets the process answer others: a chunk takes seconds.
      if (index % SLICE_ROWS === 0) await setImmediate();
      this.#readRow(chunk, index, row);
      const label = chunk.labels[index] ?? -1;
      this.#balance.add(label);
      if (label >= 0) this.#leaks.add(row, label);
      for (const [column, profiler] of this.#profilers.entries()) profiler.add(row[column] ?? null);
    }
  }

  findings(): AuditFindings {
    const profiles = this.#profilers.map((profiler) => profiler.profile());
    const distinct = this.#distinct.report();
    const leaks = this.#leaks.findings();
    return {
      profiles,
      classes: this.#balance.shares(),
      distinct,
      columns: profiles.map((profile) => summaryOf(profile, this.schema)),
      leaks,
      issues: [
        ...this.#balance.issues(),
        ...this.#values.flatMap((values) => values.issues()),
        ...this.#urlIssues(),
        ...repeatedRowIssues(distinct),
        ...leaks.map(leakIssue),
      ],
    };
  }

  #readRow(chunk: SnapshotChunk, index: number, row: CellValue[]): void {
    const label = chunk.labels[index] ?? -1;
    if (this.schema.input.kind === 'url') {
      this.#readText(chunk, index, row, label);
      return;
    }
    const width = this.manifest.columns.length;
    const features = chunk.features.subarray(index * width, (index + 1) * width);
    this.#distinct.addNumbers(features, label);
    for (const [column, values] of this.#values.entries()) {
      const value = features[column] ?? Number.NaN;
      values.add(value);
      row[column] = Number.isNaN(value) ? null : value;
    }
  }

  #readText(chunk: SnapshotChunk, index: number, row: CellValue[], label: number): void {
    for (const [column, name] of this.manifest.textColumns.entries())
      row[column] = chunk.text[name]?.[index] ?? null;
    const url = String(row[0] ?? '');
    this.#distinct.addText(url, label);
    if (isUrlProblem(parseUrl(url))) this.#unreadableUrls++;
  }

  #urlIssues(): ValidationIssue[] {
    const rows = this.#unreadableUrls;
    if (rows === 0) return [];
    return [
      {
        code: 'unreadable-urls',
        severity: 'warning',
        message: `${rows} rows hold no URL that can be read; training leaves them out`,
        rows,
      },
    ];
  }
}

/** Context columns are looked at, but the model never sees them. */
function auditedColumns(schema: FeatureSchema, manifest: SnapshotManifest): AuditedColumn[] {
  const { input } = schema;
  if (input.kind === 'features') return manifest.columns.map((name) => ({ name, kind: 'number' }));
  return manifest.textColumns.map((name) => ({ name, kind: 'text', visibleToModel: name === input.column }));
}

function summaryOf(profile: ColumnProfile, schema: FeatureSchema): ColumnSummary {
  const numbers = profile.kind === 'number' ? profile : profile.lengths;
  const type =
    profile.kind === 'text'
      ? 'text'
      : (schema.columns.find((each) => each.name === profile.column)?.type ?? 'number');
  return {
    name: profile.column,
    type,
    missing: profile.missing,
    minimum: numbers.minimum,
    maximum: numbers.maximum,
    mean: numbers.mean,
    values: profile.values,
  };
}

/** A leak is told, not judged: whether the column may be used is for a person to say. */
function leakIssue(leak: LeakFinding): ValidationIssue {
  return {
    code: 'label-leak',
    severity: leak.visibleToModel ? 'warning' : 'note',
    column: leak.column,
    message: leak.message,
  };
}
