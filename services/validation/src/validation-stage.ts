import { Inject, Injectable } from '@nestjs/common';
import {
  type DatasetReportPublished,
  type RunContinuation,
  type SchemaRegistry,
  TOPICS,
} from '@weir/contracts';
import {
  canHelpToRetry,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  findSnapshot,
  LOGGER,
  type Logger,
  METRICS,
  type Metrics,
  publishEvent,
  type ReportEntry,
  SCHEMAS,
  SnapshotCatalog,
  StageReporter,
  WeirError,
  withHeartbeat,
} from '@weir/platform';
import type { ValidationIssue } from './report/validation-report.js';
import { SOURCE } from './source.js';
import { Validator } from './validator.js';

export interface ValidationOrder {
  readonly runId: string;
  readonly schema: string;
  readonly snapshotId?: string | undefined;
  readonly run?: RunContinuation | undefined;
  readonly traceparent?: string | undefined;
}

/** Errors of a report that the run's message names. */
const ERRORS_NAMED = 3;

/** The validation stage of a run. */
@Injectable()
export class ValidationStage {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SCHEMAS) private readonly schemas: SchemaRegistry,
    @Inject(METRICS) private readonly metrics: Metrics,
    private readonly snapshots: SnapshotCatalog,
    private readonly validator: Validator,
  ) {}

  /** Resolves when the report is published, or the run has failed for good; rejects where trying again can help. */
  run(order: ValidationOrder, batch: Pick<EventBatch, 'signal' | 'heartbeat'>): Promise<void> {
    return withHeartbeat(batch, () => this.#run(order, batch.signal));
  }

  async #run(order: ValidationOrder, signal: AbortSignal): Promise<void> {
    const logger = this.logger.child({ runId: order.runId, snapshotId: order.snapshotId });
    const last = order.run?.until === 'validation';
    const trace = order.traceparent === undefined ? {} : { traceparent: order.traceparent };
    const reporter = new StageReporter(this.bus, SOURCE, {
      runId: order.runId,
      schema: order.schema,
      stage: 'validation',
      last,
      ...trace,
    });
    try {
      const { schema, manifest } = await findSnapshot(this.schemas, this.snapshots, order);
      await reporter.begin(`checking ${manifest.rows} rows`);
      const report = await this.validator.validate(
        { runId: order.runId, schema, manifest },
        async (done, total) => {
          signal.throwIfAborted();
          await reporter.advance(done, total, `checked ${done} of ${total} rows`);
        },
      );
      this.#measure(report);
      await this.#publish(report, order);
      await this.#conclude(reporter, report);
      logger.info({ reportId: report.id, status: report.status }, 'snapshot checked');
    } catch (error) {
      if (signal.aborted || canHelpToRetry(error)) throw error;
      logger.error({ err: error }, 'validation failed');
      await reporter.fail(error);
    }
  }

  async #conclude(reporter: StageReporter, report: ReportEntry): Promise<void> {
    const result = { snapshotId: report.snapshotId, reportId: report.id, reportStatus: report.status };
    if (report.status !== 'failed') {
      await reporter.succeed(`${report.status}: ${report.issues} findings`, result);
      return;
    }
    const errors = await this.validator.errorsOf(report);
    await reporter.fail(new WeirError('WEIR_REPORT_FAILED', describe(report, errors)), result);
  }

  async #publish(report: ReportEntry, order: ValidationOrder): Promise<void> {
    const { id, runId, snapshotId, schema, status, drift, reportKey, createdAt } = report;
    const event: DatasetReportPublished = {
      runId,
      reportId: id,
      snapshotId,
      schema,
      status,
      reportKey,
      createdAt,
      ...(drift === undefined ? {} : { drift }),
      ...(order.run === undefined ? {} : { run: order.run }),
    };
    const trace = order.traceparent === undefined ? {} : { traceparent: order.traceparent };
    await publishEvent(this.bus, TOPICS.datasetsReports, schema, event, { source: SOURCE, id, ...trace });
  }

  #measure(report: ReportEntry): void {
    const gauge = this.metrics.gauge({
      name: 'drift_columns',
      help: 'Columns that drifted in the newest report',
      labels: ['schema'],
    });
    gauge.set({ schema: report.schema }, report.drift?.drifted ?? 0);
  }
}

function describe({ id, snapshotId }: ReportEntry, errors: readonly ValidationIssue[]): string {
  const named = errors.slice(0, ERRORS_NAMED).map(({ column, message }) => {
    return column === undefined || message.includes(column) ? message : `${column}: ${message}`;
  });
  const more = errors.length > ERRORS_NAMED ? `; and ${errors.length - ERRORS_NAMED} more` : '';
  return `Snapshot ${snapshotId}: ${named.join('; ')}${more} (report ${id})`;
}
