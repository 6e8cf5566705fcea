import type { Collection, Documents } from '../documents/index.js';
import { isWeirError } from '../errors/index.js';
import type { SnapshotManifest } from './manifest.js';

const INDEXES = [{ field: 'id', unique: true }, { field: 'schema' }] as const;

export interface ListSnapshots {
  readonly schema?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** 1 to 1,000; default 100. */
  readonly limit?: number;
}

export interface SnapshotPage {
  /** Newest first. */
  readonly items: readonly SnapshotManifest[];
  readonly next: string | null;
}

/** Which snapshots there are. */
export class SnapshotCatalog {
  constructor(
    private readonly documents: Documents,
    /** Snapshots that nobody is to find among the others have a collection of their own. */
    private readonly collection = 'snapshots',
  ) {}

  async get(id: string): Promise<SnapshotManifest | null> {
    const page = await (await this.#manifests()).find({ where: { id }, limit: 1 });
    return page.items[0]?.value ?? null;
  }

  /** Enters a snapshot. One with the same id stays as it is and is given back. */
  async record(manifest: SnapshotManifest): Promise<SnapshotManifest> {
    try {
      return (await (await this.#manifests()).insert(documentId(manifest), manifest)).value;
    } catch (error) {
      if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
      return (await this.get(manifest.id)) ?? manifest;
    }
  }

  async newest(schema: string): Promise<SnapshotManifest | null> {
    const page = await (await this.#manifests()).find({ where: { schema }, order: 'descending', limit: 1 });
    return page.items[0]?.value ?? null;
  }

  async list({ schema, after, limit }: ListSnapshots = {}): Promise<SnapshotPage> {
    const page = await (await this.#manifests()).find({
      order: 'descending',
      ...(schema === undefined ? {} : { where: { schema } }),
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    });
    return { items: page.items.map((each) => each.value), next: page.next };
  }

  #manifests(): Promise<Collection<SnapshotManifest>> {
    return this.documents.collection<SnapshotManifest>({ name: this.collection, indexes: INDEXES });
  }
}

/** Documents are ordered by id, so the time comes first. */
function documentId({ createdAt, id }: SnapshotManifest): string {
  return `${new Date(createdAt).toISOString()}_${id}`;
}
