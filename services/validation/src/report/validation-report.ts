import type { ReportStatus } from '@weir/contracts';
import type { DistinctReport, DriftReport, LeakFinding } from '@weir/drift';

export const ISSUE_CODES = [
  'values-not-allowed',
  'values-out-of-range',
  'values-not-whole',
  'missing-values',
  'all-missing',
  'constant-column',
  'duplicate-rows',
  'conflicting-labels',
  'class-imbalance',
  'class-without-rows',
  'one-class',
  'unlabelled-rows',
  'unreadable-urls',
  'label-leak',
  'drift',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** `error` fails the snapshot, `warning` lets it pass with a mark, `note` is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** One thing found. */
export interface ValidationIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly column?: string;
  readonly message: string;
  /** Rows concerned. */
  readonly rows?: number;
}

export interface ColumnSummary {
  readonly name: string;
  readonly type: 'integer' | 'number' | 'text';
  readonly missing: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  /** Values with their counts, where they are few. */
  readonly values: readonly (readonly [number | string, number])[] | null;
}

export interface ClassShare {
  readonly name: string;
  readonly rows: number;
  /** Of the labelled rows, 0 to 1. */
  readonly share: number;
}

/** What a snapshot is like, and whether it can be trained on. Stored as JSON; `renderReport` makes the page of it. */
export interface ValidationReport {
  readonly id: string;
  readonly runId: string;
  readonly snapshotId: string;
  readonly parent: string | null;
  readonly schema: string;
  readonly status: ReportStatus;
  readonly createdAt: string;
  readonly rows: number;
  readonly classes: readonly ClassShare[];
  readonly distinct: DistinctReport;
  readonly columns: readonly ColumnSummary[];
  readonly leaks: readonly LeakFinding[];
  readonly drift: DriftReport | null;
  readonly issues: readonly ValidationIssue[];
}

export function statusOf(issues: readonly ValidationIssue[]): ReportStatus {
  if (issues.some((issue) => issue.severity === 'error')) return 'failed';
  return issues.some((issue) => issue.severity === 'warning') ? 'warned' : 'passed';
}
