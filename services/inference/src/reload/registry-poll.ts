import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOGGER, type Logger, READINESS, Readiness } from '@weir/platform';
import { ChallengerFollower } from './challenger-follower.js';
import { Reloader } from './reloader.js';

/** Injection token of {@link ReloadOptions}. */
export const RELOAD_OPTIONS = Symbol('RELOAD_OPTIONS');

export interface ReloadOptions {
  /** Milliseconds between two looks at the registry. */
  readonly pollIntervalMs: number;
}

/** Looks at the registry at start and every few seconds after: an event can be missed, the registry cannot. */
@Injectable()
export class RegistryPoll implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #challenged: Promise<void> = Promise.resolve();
  #looked = false;
  #unreachable = false;

  constructor(
    @Inject(Reloader) private readonly reloader: Reloader,
    @Inject(RELOAD_OPTIONS) private readonly options: ReloadOptions,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(READINESS) readiness: Readiness,
    @Inject(ChallengerFollower) private readonly challengers: ChallengerFollower,
  ) {
    readiness.require({ name: 'models', check: () => this.check() });
  }

  /** Does not wait: a registry away at start is waited for by readiness, not by the port. */
  onApplicationBootstrap(): void {
    this.#loop = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await this.#challenged;
  }

  /** Rejects until the registry was read once. A registry without models is a state, not a fault. */
  async check(): Promise<void> {
    if (!this.#looked) throw new Error('the model registry has not been read yet');
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.#look();
      // Not waited for: a challenger must not hold up the next champion.
      this.#challenged = this.challengers.followAll();
      await sleep(this.options.pollIntervalMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    try {
      await this.reloader.followAll();
      this.#looked = true;
      this.#unreachable = false;
    } catch (error) {
      const level = this.#unreachable ? 'debug' : 'warn';
      this.#unreachable = true;
      this.logger[level]({ err: error }, 'the model registry cannot be read; trying again');
    }
  }
}
