import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, Environment, LOGGER, type Logger } from '@weir/platform';
import { JobCatalog } from './job-catalog.js';

const INTERVAL_MS = 300_000;
const HOUR_MS = 3_600_000;

/** Deletes jobs that nothing happened to for `WEIR_JOB_HOURS`, with their uploads and results. */
@Injectable()
export class JobsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobCatalog,
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.sweep(), INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Never rejects: what could not be swept is swept the next time. */
  async sweep(now = Date.now()): Promise<void> {
    try {
      const swept = await this.jobs.sweep(new Date(now - this.environment.jobHours * HOUR_MS));
      if (swept > 0) this.logger.info({ swept }, 'old jobs are deleted');
    } catch (error) {
      this.logger.warn({ err: error }, 'old jobs could not be deleted yet');
    }
  }
}
