import { isDeepStrictEqual } from 'node:util';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { PipelineProgress } from '@weir/contracts';
import { decodeEvents, type EventBatch, LOGGER, type Logger, type Run, RunCatalog } from '@weir/platform';
import type { SseConnection } from '../sse/sse-connection.js';
import { eventFrame } from '../sse/sse-frames.js';
import { withLinks } from './run-view.js';

/** A missed event leaves nobody waiting longer than this. */
const POLL_MS = 2_000;

interface FollowedRun {
  readonly listeners: Set<SseConnection>;
  newest: Run;
}

/** Who follows which run. A change comes with `pipeline.progress`, or with the next look at the catalogue. */
@Injectable()
export class RunFollowers implements BeforeApplicationShutdown {
  readonly #followed = new Map<string, FollowedRun>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly runs: RunCatalog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Sends the run as it is, then each change until it has ended. */
  follow(run: Run, connection: SseConnection): void {
    const followed = this.#followed.get(run.id) ?? { listeners: new Set(), newest: run };
    if (isNewer(run, followed.newest)) this.#tell(followed, run);
    connection.send(frameOf(followed.newest));
    if (hasEnded(followed.newest)) connection.end('finished');
    else this.#join(followed, connection);
  }

  #join(followed: FollowedRun, connection: SseConnection): void {
    const { id } = followed.newest;
    this.#followed.set(id, followed);
    followed.listeners.add(connection);
    connection.onClose(() => {
      followed.listeners.delete(connection);
      if (followed.listeners.size === 0 && this.#followed.get(id) === followed) this.#followed.delete(id);
    });
    this.#timer ??= setTimeout(() => void this.#poll(), POLL_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }

  /** Never rejects: what could not be applied is found in the catalogue later. */
  async take(batch: EventBatch): Promise<void> {
    if (this.#followed.size === 0) return;
    for (const { value } of decodeEvents(batch, PipelineProgress).events) {
      if (!this.#followed.has(value.runId)) continue;
      // The group that keeps the catalogue may be another replica, and behind: applied twice, an event changes nothing.
      await this.#update(value.runId, () => this.runs.apply(value));
    }
  }

  async #poll(): Promise<void> {
    for (const id of this.#followed.keys()) await this.#update(id, () => this.runs.get(id));
    this.#timer =
      this.#followed.size === 0 ? undefined : setTimeout(() => void this.#poll(), POLL_MS).unref();
  }

  async #update(id: string, read: () => Promise<Run | null>): Promise<void> {
    try {
      const run = await read();
      const followed = this.#followed.get(id);
      if (run !== null && followed !== undefined && isNewer(run, followed.newest)) this.#tell(followed, run);
    } catch (error) {
      this.logger.warn({ err: error, runId: id }, 'a run that is followed could not be read');
    }
  }

  #tell(followed: FollowedRun, run: Run): void {
    followed.newest = run;
    const frame = frameOf(run);
    for (const connection of followed.listeners) {
      connection.send(frame);
      if (hasEnded(run)) connection.end('finished');
    }
  }
}

function frameOf(run: Run): Buffer {
  return eventFrame({ data: withLinks(run) });
}

function hasEnded({ state }: Run): boolean {
  return state === 'succeeded' || state === 'failed';
}

/** Reads overlap: the one that was asked first may answer last. */
function isNewer(run: Run, known: Run): boolean {
  if (hasEnded(known) || run.updatedAt < known.updatedAt) return false;
  return !isDeepStrictEqual(run, known);
}
