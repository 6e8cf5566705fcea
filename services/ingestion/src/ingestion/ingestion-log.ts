import { type Collection, type Documents, isWeirError } from '@weir/platform';

interface Ingested {
  readonly snapshotId: string;
}

/** Which snapshot each run made: a request that comes again must not read a source that has moved on. */
export class IngestionLog {
  constructor(private readonly documents: Documents) {}

  async snapshotOf(runId: string): Promise<string | null> {
    return (await (await this.#runs()).get(runId))?.value.snapshotId ?? null;
  }

  /** The first snapshot entered for a run stays. */
  async enter(runId: string, snapshotId: string): Promise<void> {
    try {
      await (await this.#runs()).insert(runId, { snapshotId });
    } catch (error) {
      if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
    }
  }

  #runs(): Promise<Collection<Ingested>> {
    return this.documents.collection<Ingested>({ name: 'ingestions', indexes: [] });
  }
}
