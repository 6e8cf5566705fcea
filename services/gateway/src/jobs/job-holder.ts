import type { Stored } from '@weir/platform';
import { type JobCatalog, leaseOf } from './job-catalog.js';
import type { PredictionJob } from './prediction-job.js';

const PROGRESS_MS = 500;
const HEARTBEAT_MS = 4_000;

/** A job that this replica works on: writes its progress, renews its lease, and learns that it was taken away. */
export class JobHolder {
  readonly #lost = new AbortController();
  readonly #heartbeat: NodeJS.Timeout;
  #progress: Partial<PredictionJob> = {};
  #writtenAt = performance.now();
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly jobs: JobCatalog,
    private stored: Stored<PredictionJob>,
    private readonly holder: string,
  ) {
    this.#heartbeat = setInterval(() => void this.#write(), HEARTBEAT_MS).unref();
  }

  /** Aborted where the job was deleted, or somebody else has it. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  get job(): PredictionJob {
    return this.stored.value;
  }

  /** Written twice a second at most. */
  tell(progress: Partial<PredictionJob>): void {
    this.#progress = { ...this.#progress, ...progress };
    if (performance.now() - this.#writtenAt >= PROGRESS_MS) void this.#write();
  }

  /** The last word. Whether the job was still this replica's. */
  async end(change: Partial<PredictionJob>): Promise<boolean> {
    clearInterval(this.#heartbeat);
    await this.#writing;
    if (this.lost.aborted) return false;
    const ended = await this.jobs.replace(this.stored, { ...this.#progress, ...change });
    if (ended === undefined) this.#lost.abort();
    return ended !== undefined;
  }

  /** Nothing is written any more. */
  stop(): void {
    clearInterval(this.#heartbeat);
    this.#lost.abort();
  }

  /** One after another: each needs the revision that the one before made. */
  #write(): Promise<void> {
    this.#writtenAt = performance.now();
    this.#writing = this.#writing.then(async () => {
      if (this.lost.aborted) return;
      try {
        const change = { ...this.#progress, lease: leaseOf(this.holder) };
        const next = await this.jobs.replace(this.stored, change);
        if (next === undefined) this.#lost.abort();
        else this.stored = next;
      } catch {
        // Documents are away: the next heartbeat may succeed, and if none does the lease runs out.
      }
    });
    return this.#writing;
  }
}
