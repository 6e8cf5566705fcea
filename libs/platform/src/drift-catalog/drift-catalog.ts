import type { ModelDriftPublished } from '@weir/contracts';
import type { Collection, Documents } from '../documents/index.js';
import { isWeirError } from '../errors/index.js';

/** A drift report as it is kept and published. */
export type DriftEntry = ModelDriftPublished;

type StoredEntry = DriftEntry & { readonly name: string };

/** Drift reports over Documents. Ids sort by the end of what was looked at. */
export class DriftCatalog {
  constructor(private readonly documents: Documents) {}

  /** Records a report once: where its id is there already, the one that is there is given. */
  async record(entry: DriftEntry): Promise<DriftEntry> {
    const reports = await this.#reports();
    try {
      return publicEntry((await reports.insert(entry.id, { ...entry, name: entry.model.name })).value);
    } catch (error) {
      if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
      return (await this.get(entry.id)) ?? entry;
    }
  }

  async get(id: string): Promise<DriftEntry | null> {
    const stored = await (await this.#reports()).get(id);
    return stored === null ? null : publicEntry(stored.value);
  }

  /** Newest first. */
  async list(
    options: { readonly name?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<{ items: DriftEntry[]; next: string | null }> {
    const { name, ...page } = options;
    const found = await (await this.#reports()).find({
      ...page,
      ...(name === undefined ? {} : { where: { name } }),
      order: 'descending',
    });
    return { items: found.items.map(({ value }) => publicEntry(value)), next: found.next };
  }

  #reports(): Promise<Collection<StoredEntry>> {
    return this.documents.collection({ name: 'drift_reports', indexes: [{ field: 'name' }] });
  }
}

function publicEntry({ name: _name, ...entry }: StoredEntry): DriftEntry {
  return entry;
}
