import { Inject, Injectable } from '@nestjs/common';
import type { FeatureSchema, RunContinuation, SchemaRegistry } from '@weir/contracts';
import {
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  isWeirError,
  LOGGER,
  type Logger,
  SCHEMAS,
  SnapshotCatalog,
  type SnapshotManifest,
  StageReporter,
  WeirError,
} from '@weir/platform';
import { Trainer, type TrainingOutcome } from './trainer.js';

export interface TrainingOrder {
  readonly runId: string;
  readonly schema: string;
  readonly snapshotId?: string | undefined;
  readonly run?: RunContinuation | undefined;
  readonly requestedAt: string;
  readonly traceparent?: string | undefined;
}

/** Heartbeats while a search runs, well below Kafka's session time-out of 30 s. */
const HEARTBEAT_MS = 3_000;

/** The training stage of a run: one at a time, since a search takes every core it is given. */
@Injectable()
export class TrainingStage {
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SCHEMAS) private readonly schemas: SchemaRegistry,
    private readonly snapshots: SnapshotCatalog,
    private readonly trainer: Trainer,
  ) {}

  /** Resolves when the run has its model, or has failed for good; rejects where trying again can help. */
  async run(order: TrainingOrder, batch: Pick<EventBatch, 'signal' | 'heartbeat'>): Promise<void> {
    const beat = setInterval(() => void batch.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const turn = this.#queue.then(() => this.#run(order, batch.signal));
    this.#queue = turn.catch(() => undefined);
    try {
      await turn;
    } finally {
      clearInterval(beat);
    }
  }

  async #run(order: TrainingOrder, signal: AbortSignal): Promise<void> {
    const logger = this.logger.child({ runId: order.runId, schema: order.schema });
    const reporter = new StageReporter(this.bus, '/weir/training', {
      runId: order.runId,
      schema: order.schema,
      stage: 'training',
      last: true,
      ...(order.traceparent === undefined ? {} : { traceparent: order.traceparent }),
    });
    try {
      const { schema, manifest } = await this.#resolve(order);
      await reporter.begin(`training ${schema.name} on ${manifest.rows} rows`);
      const task = {
        runId: order.runId,
        schema,
        manifest,
        search: order.run?.search ?? {},
        requestedAt: order.requestedAt,
      };
      const outcome = await this.trainer.train(task, {
        signal,
        onProgress: ({ done, total, message }) => {
          reporter
            .advance(done, total, message)
            .catch((error: unknown) => logger.warn({ err: error }, 'progress not published'));
        },
      });
      logger.info({ version: outcome.version.version, alias: outcome.alias }, outcome.reason);
      await reporter.succeed(summaryOf(outcome), {
        snapshotId: manifest.id,
        model: outcome.version.name,
        version: outcome.version.version,
        alias: outcome.alias,
      });
    } catch (error) {
      if (signal.aborted || !endsTheRun(error)) throw error;
      logger.error({ err: error }, 'training failed');
      await reporter.fail(error);
    }
  }

  async #resolve(order: TrainingOrder): Promise<{ schema: FeatureSchema; manifest: SnapshotManifest }> {
    const schema = this.schemas.find(order.schema);
    if (schema === undefined)
      throw new WeirError('WEIR_SCHEMA_UNKNOWN', `There is no schema "${order.schema}"`);
    const manifest = order.snapshotId === undefined ? null : await this.snapshots.get(order.snapshotId);
    if (manifest !== null) return { schema, manifest };
    throw new WeirError('WEIR_NOT_FOUND', `There is no snapshot "${order.snapshotId ?? ''}"`);
  }
}

/** A server that is away ends no run: the event stays, and is handled again. Anything else would fail again. */
function endsTheRun(error: unknown): boolean {
  return !(isWeirError(error) && error.transient);
}

function summaryOf({ version, alias, reason }: TrainingOutcome): string {
  const figure = (name: string) => version.metrics[name]?.toFixed(4) ?? '?';
  return `${version.algorithm}, F1 ${figure('distinct.f1')} on unseen groups, ${figure('stratified.f1')} on a plain split; ${alias}: ${reason}`;
}
