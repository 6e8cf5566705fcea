import type { Collection, Documents } from '../documents/index.js';
import { uuid7 } from '../identifiers/index.js';

/** What is written down of those who change something. */
export const AUDIT_ACTIONS = [
  'alias.move',
  'alias.rollback',
  'run.start',
  'snapshot.create',
  'list.put',
  'list.remove',
  'key.create',
  'key.revoke',
  'feedback.create',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Facts of an action. Never a secret. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface AuditEntry {
  /** Sorts by time. */
  readonly id: string;
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** The key's name; `gateway` where none is configured. */
  readonly by: string;
  readonly keyId?: string;
  readonly action: AuditAction;
  /** What was changed: `url/champion`, `deny/a.example`, a run's, key's or correction's id. */
  readonly subject: string;
  readonly detail?: AuditDetail;
  /** `X-Request-Id` of the answer. */
  readonly requestId: string;
}

export interface AuditQuery {
  readonly action?: AuditAction;
  readonly subject?: string;
  readonly after?: string;
  readonly limit?: number;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly next: string | null;
}

/** Who did what and when, over Documents. Entries are added, never changed, and never deleted. */
export class AuditCatalog {
  constructor(
    private readonly documents: Documents,
    private readonly now: () => number = Date.now,
  ) {}

  async add(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<AuditEntry> {
    const now = this.now();
    const id = uuid7(now);
    const at = new Date(now).toISOString();
    return (await (await this.#entries()).insert(id, { ...entry, id, at })).value;
  }

  /** Newest first. */
  async list({ action, subject, after, limit = 100 }: AuditQuery = {}): Promise<AuditPage> {
    const { items, next } = await (await this.#entries()).find({
      where: { ...(action === undefined ? {} : { action }), ...(subject === undefined ? {} : { subject }) },
      order: 'descending',
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return { items: items.map(({ value }) => value), next };
  }

  #entries(): Promise<Collection<AuditEntry>> {
    const indexes = [{ field: 'action' }, { field: 'subject' }];
    return this.documents.collection<AuditEntry>({ name: 'audit_entries', indexes });
  }
}
