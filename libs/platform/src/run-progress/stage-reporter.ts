import { type PipelineProgress, type RunFailure, type RunResult, type Stage, TOPICS } from '@weir/contracts';
import { WeirError } from '../errors/index.js';
import { type EventBus, publishEvent } from '../event-bus/index.js';
import { redactCredentials } from '../logging/index.js';

export interface StageOfRun {
  readonly runId: string;
  readonly schema: string;
  readonly stage: Stage;
  /** The stage ends the run. */
  readonly last: boolean;
  readonly traceparent?: string;
}

/** Fewest milliseconds between two reports of work going on; beginnings and ends are always reported. */
const INTERVAL_MS = 500;

/** Says on `pipeline.progress` how far one stage of one run is. */
export class StageReporter {
  #lastAt = 0;
  #lastReportMs = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly source: string,
    private readonly stage: StageOfRun,
  ) {}

  /** Work begins. */
  begin(message: string): Promise<void> {
    return this.#publish({ state: 'running', done: 0, total: 0, message });
  }

  /** Work goes on; most calls publish nothing. */
  async advance(done: number, total: number, message: string): Promise<void> {
    const now = performance.now();
    if (now - this.#lastReportMs < INTERVAL_MS) return;
    this.#lastReportMs = now;
    await this.#publish({ state: 'running', done, total, message });
  }

  succeed(message: string, result: RunResult): Promise<void> {
    return this.#publish({
      state: 'succeeded',
      done: 1,
      total: 1,
      message,
      result,
      ...(this.stage.last ? { last: true } : {}),
    });
  }

  /** The stage, and with it the run, has failed for good. */
  fail(error: unknown, result?: RunResult): Promise<void> {
    const failure = failureOf(error);
    return this.#publish({
      state: 'failed',
      done: 0,
      total: 0,
      message: failure.message,
      error: failure,
      last: true,
      ...(result === undefined ? {} : { result }),
    });
  }

  async #publish(progress: Omit<PipelineProgress, 'runId' | 'schema' | 'stage' | 'at'>): Promise<void> {
    const { runId, schema, stage, traceparent } = this.stage;
    // Strictly growing, so that two reports within a millisecond keep their order.
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1);
    const event: PipelineProgress = {
      runId,
      schema,
      stage,
      ...progress,
      at: new Date(this.#lastAt).toISOString(),
    };
    await publishEvent(this.bus, TOPICS.pipelineProgress, runId, event, {
      source: this.source,
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  }
}

/** Whoever follows the run is told what happened and what to do; a driver's message may quote a URL with its password. */
function failureOf(error: unknown): RunFailure {
  const coded =
    error instanceof WeirError
      ? error
      : new WeirError('WEIR_INTERNAL', error instanceof Error ? error.message : String(error));
  return { code: coded.code, message: redactCredentials(`${coded.message}. ${coded.remedy}`) };
}
