import { Inject, Injectable } from '@nestjs/common';
import {
  type DatasetReportPublished,
  type FeatureSchema,
  type RunContinuation,
  type SchemaRegistry,
  TOPICS,
} from '@weir/contracts';
import {
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  isWeirError,
  LOGGER,
  type Logger,
  METRICS,
  type Metrics,
  publishEvent,
  type ReportEntry,
  SCHEMAS,
  SnapshotCatalog,
  type SnapshotManifest,
  StageReporter,
  WeirError,
} from '@weir/platform';
import { Validator } from './validator.js';

export interface ValidationOrder {
  readonly runId: string;
  readonly schema: string;
  readonly snapshotId?: string | undefined;
  readonly run?: RunContinuation | undefined;
  readonly traceparent?: string | undefined;
}

const SOURCE = '/weir/validation';

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
  async run(order: ValidationOrder, batch: Pick<EventBatch, 'signal' | 'heartbeat'>): Promise<void> {
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
      const { schema, manifest } = await this.#resolve(order);
      await reporter.begin(`checking ${manifest.rows} rows`);
      const report = await this.validator.validate(
        { runId: order.runId, schema, manifest },
        async (done, total) => {
          await batch.heartbeat();
          await reporter.advance(done, total, `checked ${done} of ${total} rows`);
        },
      );
      this.#measure(report);
      await this.#publish(report, order);
      await this.#conclude(reporter, report);
      logger.info({ reportId: report.id, status: report.status }, 'snapshot checked');
    } catch (error) {
      if (batch.signal.aborted || (isWeirError(error) && error.transient)) throw error;
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
    await reporter.fail(
      new WeirError('WEIR_REPORT_FAILED', `Report ${report.id} of snapshot ${report.snapshotId} has errors`),
      result,
    );
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

  async #resolve(order: ValidationOrder): Promise<{ schema: FeatureSchema; manifest: SnapshotManifest }> {
    const schema = this.schemas.find(order.schema);
    if (schema === undefined)
      throw new WeirError('WEIR_SCHEMA_UNKNOWN', `There is no schema "${order.schema}"`);
    const manifest = order.snapshotId === undefined ? null : await this.snapshots.get(order.snapshotId);
    if (manifest !== null) return { schema, manifest };
    throw new WeirError('WEIR_NOT_FOUND', `There is no snapshot "${order.snapshotId ?? ''}"`);
  }
}
