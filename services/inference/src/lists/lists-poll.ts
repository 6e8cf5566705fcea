import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOGGER, type Logger, READINESS, Readiness } from '@weir/platform';
import { ListsFollower } from './lists-follower.js';
import { UrlLists } from './url-lists.js';

/** Injection token of {@link ListsOptions}. */
export const LISTS_OPTIONS = Symbol('LISTS_OPTIONS');

export interface ListsOptions {
  /** Milliseconds between two readings of the whole lists, for events that were missed. */
  readonly listsIntervalMs: number;
}

/** Between two attempts while the store is away. */
const RETRY_MS = 1_000;

/** Reads the lists at start and now and then: an event can be missed, the store cannot. */
@Injectable()
export class ListsPoll implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #unreachable = false;

  constructor(
    @Inject(ListsFollower) private readonly follower: ListsFollower,
    @Inject(UrlLists) lists: UrlLists,
    @Inject(LISTS_OPTIONS) private readonly options: ListsOptions,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(READINESS) readiness: Readiness,
  ) {
    readiness.require({ name: 'lists', check: async () => void lists.require() });
  }

  onApplicationBootstrap(): void {
    this.#loop = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const wait = (await this.#look()) ? this.options.listsIntervalMs : RETRY_MS;
      await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #look(): Promise<boolean> {
    try {
      await this.follower.readAll();
      this.#unreachable = false;
      return true;
    } catch (error) {
      const level = this.#unreachable ? 'debug' : 'warn';
      this.#unreachable = true;
      this.logger[level]({ err: error }, 'the allow and deny lists cannot be read; trying again');
      return false;
    }
  }
}
