import { Inject, Injectable } from '@nestjs/common';
import type { RunContinuation, SchemaRegistry } from '@weir/contracts';
import {
  canHelpToRetry,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  findSnapshot,
  LOGGER,
  type Logger,
  SCHEMAS,
  SnapshotCatalog,
  StageReporter,
  withHeartbeat,
} from '@weir/platform';
import { ProgressLog } from './progress-log.js';
import { SOURCE } from './source.js';
import { Trainer, type TrainingOutcome } from './trainer.js';

export interface TrainingOrder {
  readonly runId: string;
  readonly schema: string;
  readonly snapshotId?: string | undefined;
  readonly run?: RunContinuation | undefined;
  readonly requestedAt: string;
  readonly traceparent?: string | undefined;
}

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
    const turn = this.#queue.then(() => this.#run(order, batch.signal));
    this.#queue = turn.catch(() => undefined);
    await withHeartbeat(batch, () => turn);
  }

  async #run(order: TrainingOrder, signal: AbortSignal): Promise<void> {
    const logger = this.logger.child({ runId: order.runId, schema: order.schema });
    const reporter = new StageReporter(this.bus, SOURCE, {
      runId: order.runId,
      schema: order.schema,
      stage: 'training',
      last: true,
      ...(order.traceparent === undefined ? {} : { traceparent: order.traceparent }),
    });
    try {
      const { schema, manifest } = await findSnapshot(this.schemas, this.snapshots, order);
      await reporter.begin(`training ${schema.name} on ${manifest.rows} rows`);
      const task = {
        runId: order.runId,
        schema,
        manifest,
        search: order.run?.search ?? {},
        leaks: order.run?.leaks,
        requestedAt: order.requestedAt,
      };
      const log = new ProgressLog(logger);
      const outcome = await this.trainer.train(task, {
        signal,
        onProgress: (progress) => {
          log.take(progress);
          const { done, total, message } = progress;
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
      if (signal.aborted || canHelpToRetry(error)) throw error;
      logger.error({ err: error }, 'training failed');
      await reporter.fail(error);
    }
  }
}

function summaryOf({ version, alias, reason }: TrainingOutcome): string {
  const figure = (name: string) => version.metrics[name]?.toFixed(4) ?? '?';
  return `${version.algorithm}, F1 ${figure('distinct.f1')} on unseen groups, ${figure('stratified.f1')} on a plain split; ${alias}: ${reason}`;
}
