import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@weir/platform';
import { IdempotencyStore } from './idempotency-store.js';

const INTERVAL_MS = 3_600_000;

/** Deletes idempotency keys that have run out. They do not count from their time on; this keeps the collection short. */
@Injectable()
export class IdempotencySweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: IdempotencyStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.sweep(), INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Never rejects: what could not be swept is swept the next time. */
  async sweep(): Promise<void> {
    try {
      await this.store.sweep();
    } catch (error) {
      this.logger.warn({ err: error }, 'idempotency keys that have run out could not be deleted yet');
    }
  }
}
