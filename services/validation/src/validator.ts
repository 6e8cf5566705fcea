import type { DriftSummary, FeatureSchema } from '@weir/contracts';
import { type ColumnProfile, compareProfiles, type DriftReport } from '@weir/drift';
import {
  type Objects,
  type ReportCatalog,
  type ReportEntry,
  type SnapshotManifest,
  type SnapshotReader,
  uuid7,
} from '@weir/platform';
import { SnapshotAudit } from './checks/snapshot-audit.js';
import type { ProfileStore } from './profiles/profile-store.js';
import { renderReport } from './report/render-report.js';
import { statusOf, type ValidationIssue, type ValidationReport } from './report/validation-report.js';

export interface ValidationTask {
  readonly runId: string;
  readonly schema: FeatureSchema;
  readonly manifest: SnapshotManifest;
}

export type OnRows = (done: number, total: number) => Promise<void>;

/** Checks a snapshot, compares it with its parent, and stores the report: JSON and page first, then the catalogue's entry. */
export class Validator {
  constructor(
    private readonly reader: SnapshotReader,
    private readonly objects: Objects,
    private readonly reports: ReportCatalog,
    private readonly profiles: ProfileStore,
  ) {}

  /** A run's report of a snapshot is made once; asked again, the one there is given. */
  async validate(task: ValidationTask, onRows: OnRows): Promise<ReportEntry> {
    const known = await this.reports.ofRun(task.runId, task.manifest.id);
    return known ?? this.#store(await this.#check(task, onRows));
  }

  /** What failed the snapshot of a stored report. */
  async errorsOf({ reportKey }: ReportEntry): Promise<ValidationIssue[]> {
    const { issues } = JSON.parse(String(await this.objects.read(reportKey))) as ValidationReport;
    return issues.filter((issue) => issue.severity === 'error');
  }

  async #check({ runId, schema, manifest }: ValidationTask, onRows: OnRows): Promise<ValidationReport> {
    const audit = new SnapshotAudit(schema, manifest);
    let done = 0;
    for await (const chunk of this.reader.chunks(manifest)) {
      await audit.add(chunk);
      done += chunk.rows;
      await onRows(done, manifest.rows);
    }
    const { profiles, issues, ...findings } = audit.findings();
    await this.profiles.save(manifest.id, profiles);
    const drift = await this.#compare(manifest, profiles);
    const all = sorted([...issues, ...driftIssues(drift, manifest.parent)]);
    return {
      id: uuid7(),
      runId,
      snapshotId: manifest.id,
      parent: manifest.parent ?? null,
      schema: schema.name,
      status: statusOf(all),
      createdAt: new Date().toISOString(),
      rows: manifest.rows,
      ...findings,
      drift,
      issues: all,
    };
  }

  async #compare(manifest: SnapshotManifest, current: readonly ColumnProfile[]): Promise<DriftReport | null> {
    const reference = manifest.parent === undefined ? null : await this.profiles.load(manifest.parent);
    return reference === null ? null : compareProfiles(reference, current);
  }

  async #store(report: ValidationReport): Promise<ReportEntry> {
    const reportKey = `reports/${report.id}/report.json`;
    const htmlKey = `reports/${report.id}/report.html`;
    await this.objects.put(reportKey, Buffer.from(JSON.stringify(report)));
    await this.objects.put(htmlKey, Buffer.from(renderReport(report)));
    const { id, runId, snapshotId, schema, status, createdAt } = report;
    const drift = summaryOf(report);
    const counted = report.issues.length;
    return this.reports.record({
      id,
      runId,
      snapshotId,
      schema,
      status,
      createdAt,
      reportKey,
      htmlKey,
      issues: counted,
      ...(drift === null ? {} : { drift }),
    });
  }
}

function summaryOf({ drift, parent }: ValidationReport): DriftSummary | null {
  if (drift === null || parent === null) return null;
  return {
    against: parent,
    columns: drift.columns.length,
    drifted: drift.drifted.length,
    driftedColumns: [...drift.drifted],
  };
}

function driftIssues(drift: DriftReport | null, parent: string | undefined): ValidationIssue[] {
  if (drift === null || drift.drifted.length === 0) return [];
  const message = `${drift.drifted.length} of ${drift.columns.length} columns drifted against ${parent ?? 'the parent'}: ${drift.drifted.join(', ')}`;
  return [{ code: 'drift', severity: 'warning', message }];
}

const ORDER = { error: 0, warning: 1, note: 2 };

function sorted(issues: readonly ValidationIssue[]): ValidationIssue[] {
  return issues.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
