import { type PipelineProgress, type PipelineRequested, type RunFailure, TOPICS } from '@weir/contracts';
import type { EventBus } from '@weir/platform';
import { announce } from './announce.js';

/** Milliseconds between two reports of the same run. */
const INTERVAL_MS = 1_000;

type Report = Pick<PipelineProgress, 'state' | 'done' | 'total' | 'message'> &
  Partial<Pick<PipelineProgress, 'last' | 'result' | 'error'>>;

/** Tells on `pipeline.progress` how far the ingestion of one run is. */
export class RunProgress {
  #at = 0;
  #done = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly request: PipelineRequested,
    private readonly traceparent?: string,
  ) {}

  /** Rows read so far; told at most once a second. */
  async read(rows: number): Promise<void> {
    this.#done = rows;
    if (Date.now() - this.#at >= INTERVAL_MS) await this.running(`${rows} rows read`);
  }

  running(message: string): Promise<void> {
    return this.#publish({ state: 'running', done: this.#done, total: 0, message });
  }

  /** Ends the run too, where it was asked to go no further. */
  succeeded(snapshotId: string, rows: number): Promise<void> {
    const last = this.request.run?.until === 'ingestion';
    const message = `snapshot ${snapshotId}, ${rows} rows`;
    return this.#publish({
      state: 'succeeded',
      done: rows,
      total: rows,
      message,
      result: { snapshotId },
      ...(last ? { last } : {}),
    });
  }

  failed(error: RunFailure): Promise<void> {
    return this.#publish({
      state: 'failed',
      done: this.#done,
      total: 0,
      message: error.message,
      error,
      last: true,
    });
  }

  async #publish(report: Report): Promise<void> {
    // Readers drop a report that is not newer than the one they have.
    this.#at = Math.max(Date.now(), this.#at + 1);
    const { runId, schema } = this.request;
    const event: PipelineProgress = {
      runId,
      schema,
      stage: 'ingestion',
      ...report,
      at: new Date(this.#at).toISOString(),
    };
    const { traceparent } = this;
    await announce(this.bus, {
      topic: TOPICS.pipelineProgress,
      key: runId,
      event,
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  }
}
