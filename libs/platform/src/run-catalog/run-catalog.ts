import type { PipelineProgress, PipelineRequested } from '@weir/contracts';
import type { Collection, Documents } from '../documents/index.js';
import { isWeirError } from '../errors/index.js';
import { advance, queuedRun, type Run } from './run.js';

/** Pipeline runs over Documents, kept up to date from `pipeline.progress`. */
export class RunCatalog {
  constructor(private readonly documents: Documents) {}

  /** Records a request. Asked again for the same run id, the run there is given. */
  async request(request: PipelineRequested): Promise<Run> {
    return this.#insert(queuedRun(request));
  }

  /** Applies one progress event; again, or late, it changes nothing. */
  async apply(progress: PipelineProgress): Promise<Run> {
    const runs = await this.#runs();
    for (;;) {
      const stored = await runs.get(progress.runId);
      if (stored === null) {
        // Asked for through the topic, not through a gateway: the first sign of it.
        await this.#insert(
          queuedRun({
            runId: progress.runId,
            schema: progress.schema,
            from: progress.stage,
            at: progress.at,
          }),
        );
        continue;
      }
      const next = advance(stored.value, progress);
      if (next === stored.value) return next;
      try {
        return (await runs.replace(progress.runId, next, stored.revision)).value;
      } catch (error) {
        if (!isWeirError(error, 'WEIR_DOCUMENT_CONFLICT')) throw error;
      }
    }
  }

  async get(id: string): Promise<Run | null> {
    return (await (await this.#runs()).get(id))?.value ?? null;
  }

  /** Newest first. */
  async list(
    options: { readonly schema?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<{ items: Run[]; next: string | null }> {
    const { schema, ...page } = options;
    const found = await (await this.#runs()).find({
      ...page,
      ...(schema === undefined ? {} : { where: { schema } }),
      order: 'descending',
    });
    return { items: found.items.map((each) => each.value), next: found.next };
  }

  async #insert(run: Run): Promise<Run> {
    const runs = await this.#runs();
    try {
      return (await runs.insert(run.id, run)).value;
    } catch (error) {
      if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
      return (await runs.get(run.id))?.value ?? run;
    }
  }

  #runs(): Promise<Collection<Run>> {
    return this.documents.collection({ name: 'runs', indexes: [{ field: 'schema' }, { field: 'state' }] });
  }
}
