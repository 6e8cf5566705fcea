import {
  type DatasetSnapshotPublished,
  type FeatureSchema,
  type PipelineRequested,
  type SchemaRegistry,
  type SourceRequest,
  TOPICS,
} from '@weir/contracts';
import {
  canHelpToRetry,
  type Documents,
  type EventBus,
  findSchema,
  type Logger,
  type Objects,
  publishEvent,
  SnapshotCatalog,
  type SnapshotManifest,
  SnapshotWriter,
  StageReporter,
  WeirError,
} from '@weir/platform';
import { allColumnsOf, expectedColumnsOf } from '../rows/index.js';
import { SOURCE } from '../source.js';
import type { OpenSource, Source } from '../sources/index.js';
import { IngestionLog } from './ingestion-log.js';
import { Interrupted } from './interrupted.js';
import { takeIn } from './take-in.js';

export interface IngestionParts {
  readonly bus: EventBus;
  readonly documents: Documents;
  readonly objects: Objects;
  readonly schemas: SchemaRegistry;
  readonly sources: Source;
  readonly logger: Logger;
}

export interface RequestContext {
  /** Aborted when the request is taken away: nothing more is published then. */
  readonly signal?: AbortSignal;
  readonly traceparent?: string;
}

/**
 * Request → source → rows → snapshot → event. In the order object, manifest, catalogue, log of runs, event: whatever
 * a crash leaves undone, the same request finishes when it comes again; one that was finished is only told again.
 */
export class Ingestion {
  readonly #catalog: SnapshotCatalog;
  readonly #log: IngestionLog;

  constructor(private readonly parts: IngestionParts) {
    this.#catalog = new SnapshotCatalog(parts.documents);
    this.#log = new IngestionLog(parts.documents);
  }

  /**
   * Resolves when the run's snapshot, or its failure, is published. Rejects where trying again can help;
   * the caller then hands the same request over again.
   */
  async handle(request: PipelineRequested, context: RequestContext = {}): Promise<void> {
    const { runId, schema } = request;
    const logger = this.parts.logger.child({ runId, schema });
    const reporter = this.#reporter(request, context.traceparent);
    try {
      const manifest = (await this.#made(runId)) ?? (await this.#make(request, reporter, context.signal));
      await this.#publish(manifest, request, context.traceparent);
      const { id, rows } = manifest;
      await reporter.succeed(`snapshot ${id}, ${rows} rows`, { snapshotId: id });
      logger.info({ snapshotId: id, rows }, 'snapshot published');
    } catch (error) {
      if (context.signal?.aborted === true) throw error;
      logger.warn({ err: error }, 'ingestion failed');
      if (canHelpToRetry(error) || error instanceof Interrupted) {
        await reporter.begin(`waiting: ${(error as Error).message}`).catch(() => undefined);
        throw error;
      }
      await reporter.fail(error);
    }
  }

  #reporter({ runId, schema, run }: PipelineRequested, traceparent: string | undefined): StageReporter {
    return new StageReporter(this.parts.bus, SOURCE, {
      runId,
      schema,
      stage: 'ingestion',
      last: run?.until === 'ingestion',
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  }

  /** The snapshot that this run made before. */
  async #made(runId: string): Promise<SnapshotManifest | null> {
    const snapshotId = await this.#log.snapshotOf(runId);
    return snapshotId === null ? null : this.#catalog.get(snapshotId);
  }

  async #make(
    request: PipelineRequested,
    reporter: StageReporter,
    signal: AbortSignal | undefined,
  ): Promise<SnapshotManifest> {
    const schema = findSchema(this.parts.schemas, request.schema);
    await reporter.begin(`reading ${request.source?.kind ?? 'nothing'}`);
    const source = await this.parts.sources.open(sourceOf(request), allColumnsOf(expectedColumnsOf(schema)));
    try {
      return await this.#snapshot(source, schema, request, { reporter, signal });
    } finally {
      await source.close();
    }
  }

  async #snapshot(
    source: OpenSource,
    schema: FeatureSchema,
    request: PipelineRequested,
    { reporter, signal }: { readonly reporter: StageReporter; readonly signal: AbortSignal | undefined },
  ): Promise<SnapshotManifest> {
    const writer = await SnapshotWriter.open(schema);
    try {
      await takeIn(source.table, schema, writer, {
        progress: (rows) => reporter.advance(rows, 0, `${rows} rows read`),
        signal,
      });
      if (signal?.aborted === true) throw new Interrupted('the request was taken away');
      return await this.#keep(writer, source, request);
    } finally {
      await writer.dispose();
    }
  }

  async #keep(
    writer: SnapshotWriter,
    source: OpenSource,
    { runId, schema }: PipelineRequested,
  ): Promise<SnapshotManifest> {
    const { id } = await writer.finish();
    const newest = await this.#catalog.newest(schema);
    const stored = await writer.store(this.parts.objects, {
      source: source.position(),
      runId,
      createdAt: new Date().toISOString(),
      ...(newest === null || newest.id === id ? {} : { parent: newest.id }),
    });
    const manifest = await this.#catalog.record(stored);
    await this.#log.enter(runId, manifest.id);
    return manifest;
  }

  async #publish(
    manifest: SnapshotManifest,
    { runId, run }: PipelineRequested,
    traceparent: string | undefined,
  ): Promise<void> {
    const event: DatasetSnapshotPublished = {
      runId,
      snapshotId: manifest.id,
      schema: manifest.schema,
      rows: manifest.rows,
      sha256: manifest.sha256,
      objectKey: manifest.objectKey,
      source: manifest.source,
      ...(manifest.parent === undefined ? {} : { parent: manifest.parent }),
      ...(run === undefined ? {} : { run }),
      createdAt: manifest.createdAt,
    };
    await publishEvent(this.parts.bus, TOPICS.datasetsSnapshots, manifest.schema, event, {
      source: SOURCE,
      // The same for the same run, however often it is told.
      id: `${runId}/${manifest.id}`,
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  }
}

function sourceOf({ source }: PipelineRequested): SourceRequest {
  if (source !== undefined) return source;
  throw new WeirError('WEIR_REQUEST_INVALID', 'A run from ingestion needs a "source"');
}
