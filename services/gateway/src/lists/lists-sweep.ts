import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ListsCatalog, LOGGER, type Logger } from '@weir/platform';

const INTERVAL_MS = 60_000;

/** Deletes entries that have run out. They do not count from their time on; this keeps the lists short. */
@Injectable()
export class ListsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly lists: ListsCatalog,
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
      const swept = await this.lists.sweep();
      if (swept > 0) this.logger.info({ swept }, 'list entries that had run out are deleted');
    } catch (error) {
      this.logger.warn({ err: error }, 'list entries that have run out could not be deleted yet');
    }
  }
}
