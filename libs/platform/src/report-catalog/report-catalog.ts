import type { DriftSummary, ReportStatus } from '@weir/contracts';
import type { Collection, DocumentPage, Documents } from '../documents/index.js';
import { isWeirError } from '../errors/index.js';

/** A validation report's entry; the report itself is the object at `reportKey`. */
export interface ReportEntry {
  /** Sorts by time. */
  readonly id: string;
  readonly runId: string;
  readonly snapshotId: string;
  readonly schema: string;
  readonly status: ReportStatus;
  readonly issues: number;
  readonly drift?: DriftSummary;
  /** The JSON report's object key. */
  readonly reportKey: string;
  /** The HTML page's object key. */
  readonly htmlKey: string;
  readonly createdAt: string;
}

type StoredReport = ReportEntry & { readonly runKey: string };

/** Validation reports over Documents. A run has one report a snapshot. */
export class ReportCatalog {
  constructor(private readonly documents: Documents) {}

  /** Records an entry; if the run has one for the snapshot already, that one is given. */
  async record(entry: ReportEntry): Promise<ReportEntry> {
    const reports = await this.#reports();
    const runKey = `${entry.runId}/${entry.snapshotId}`;
    try {
      return publicReport((await reports.insert(entry.id, { ...entry, runKey })).value);
    } catch (error) {
      if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
      const { items } = await reports.find({ where: { runKey }, limit: 1 });
      const [first] = items;
      if (first === undefined) throw error;
      return publicReport(first.value);
    }
  }

  async get(id: string): Promise<ReportEntry | null> {
    const stored = await (await this.#reports()).get(id);
    return stored === null ? null : publicReport(stored.value);
  }

  /** The newest report of a snapshot, or null. */
  async ofSnapshot(snapshotId: string): Promise<ReportEntry | null> {
    const { items } = await (await this.#reports()).find({
      where: { snapshotId },
      order: 'descending',
      limit: 1,
    });
    const [first] = items;
    return first === undefined ? null : publicReport(first.value);
  }

  /** What a run found of a snapshot, or null if it has not looked yet. */
  async ofRun(runId: string, snapshotId: string): Promise<ReportEntry | null> {
    const { items } = await (await this.#reports()).find({
      where: { runKey: `${runId}/${snapshotId}` },
      limit: 1,
    });
    const [first] = items;
    return first === undefined ? null : publicReport(first.value);
  }

  /** Newest first. */
  async list(
    options: { readonly schema?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<{ items: ReportEntry[]; next: string | null }> {
    const { schema, ...page } = options;
    const found: DocumentPage<StoredReport> = await (await this.#reports()).find({
      ...page,
      ...(schema === undefined ? {} : { where: { schema } }),
      order: 'descending',
    });
    return { items: found.items.map((each) => publicReport(each.value)), next: found.next };
  }

  #reports(): Promise<Collection<StoredReport>> {
    return this.documents.collection({
      name: 'reports',
      indexes: [{ field: 'schema' }, { field: 'snapshotId' }, { field: 'runKey', unique: true }],
    });
  }
}

function publicReport({ runKey: _runKey, ...entry }: StoredReport): ReportEntry {
  return entry;
}
