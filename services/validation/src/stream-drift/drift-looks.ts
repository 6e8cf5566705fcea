import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@weir/platform';
import { DriftDetector } from './drift-detector.js';

/** Between two looks where nothing is known to be due: another replica may have stopped with its sketches waiting. */
const IDLE_MS = 300_000;
const RETRY_MS = 10_000;

/** Has the detector look when a window is due; one look at a time. */
@Injectable()
export class DriftLooks implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #at = Number.POSITIVE_INFINITY;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly detector: DriftDetector,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.wake(Date.now());
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Looks at `at` at the latest; milliseconds since the epoch. */
  wake(at: number): void {
    if (this.#stopped || at >= this.#at) return;
    clearTimeout(this.#timer);
    this.#at = at;
    // A look too early does no harm; a timer of more than 24 days would fire at once, for ever.
    const wait = Math.min(IDLE_MS, Math.max(0, at - Date.now()));
    this.#timer = setTimeout(() => this.#look(), wait);
    this.#timer.unref();
  }

  #look(): void {
    this.#at = Number.POSITIVE_INFINITY;
    this.#looking = this.#looking
      .then(() => this.detector.look(new Date()))
      .then((next) => this.wake(next ?? Date.now() + IDLE_MS))
      .catch((error: unknown) => {
        if (!this.#stopped) this.logger.warn({ err: error }, 'drift could not be looked at; trying again');
        this.wake(Date.now() + RETRY_MS);
      });
  }
}
