import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isWeirError, LOGGER, type Logger, OBJECTS, type Objects, problemOf } from '@weir/platform';
import { JobCatalog, leaseOf } from './job-catalog.js';
import { JobHolder } from './job-holder.js';
import { JobRun } from './job-run.js';
import { inputKey, type JobIssue, type PredictionJob, resultKey } from './prediction-job.js';

/** Jobs that a replica works on at a time: inference is there for others too. */
const AT_ONCE = 2;
const POLL_MS = 2_000;
/** What is away may come back; beyond this the job fails. */
const MOST_ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 60_000;

/** Works on jobs, its own replica's and those whose replica is gone. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #holder = randomUUID();
  readonly #working = new Map<JobHolder, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly jobs: JobCatalog,
    private readonly run: JobRun,
    @Inject(OBJECTS) private readonly objects: Objects,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.look(), POLL_MS).unref();
  }

  /** What is under way is given back, for another replica to begin again at once. */
  async onApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#looking;
    const working = [...this.#working];
    await Promise.all(working.map(([holder]) => this.#giveBack(holder)));
    await Promise.all(working.map(([, work]) => work));
  }

  /** Takes jobs while there are any and there is room. Never rejects. */
  look(): Promise<void> {
    this.#looking ??= this.#take()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'jobs could not be looked for'))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #take(): Promise<void> {
    while (!this.#stopping && this.#working.size < AT_ONCE) {
      const claimed = await this.jobs.claim(this.#holder);
      if (claimed === undefined) return;
      const holder = new JobHolder(this.jobs, claimed, this.#holder);
      const work = this.#work(holder).finally(() => {
        this.#working.delete(holder);
        void this.look();
      });
      this.#working.set(holder, work);
    }
  }

  async #work(holder: JobHolder): Promise<void> {
    const { id, attempt } = holder.job;
    try {
      const outcome = await this.run.run(holder).catch((error: unknown) => this.#failed(holder, error));
      const ended = await holder.end({ ...outcome, ...(isOver(outcome) ? { lease: leaseOf('', 0) } : {}) });
      if (!ended) await this.objects.delete(resultKey(id, attempt));
      else if (isOver(outcome)) await this.objects.delete(inputKey(id));
    } catch (error) {
      holder.stop();
      this.logger.warn(
        { err: error, job: id },
        'a job could not be brought to its end; it will be begun again',
      );
    }
  }

  #failed(holder: JobHolder, error: unknown): Partial<PredictionJob> {
    const { attempt, id } = holder.job;
    if (isWeirError(error) && error.transient && attempt < MOST_ATTEMPTS) {
      const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** attempt);
      const message = `${error.message}; trying again`;
      return { state: 'queued', message, lease: leaseOf('', pause) };
    }
    const { code, errors, status } = problemOf(error);
    if (status >= 500 && !holder.lost.aborted) this.logger.warn({ err: error, job: id }, 'a job failed');
    const message = isWeirError(error) ? error.message : 'The job failed; the log of the gateway says why';
    const listed = errors as readonly JobIssue[] | undefined;
    return {
      state: 'failed',
      message,
      error: { code, message, ...(listed === undefined ? {} : { errors: listed }) },
    };
  }

  async #giveBack(holder: JobHolder): Promise<void> {
    await holder.end({ state: 'queued', lease: leaseOf('', 0), done: 0 }).catch(() => false);
    holder.stop();
  }
}

function isOver({ state }: Partial<PredictionJob>): boolean {
  return state === 'succeeded' || state === 'failed';
}
