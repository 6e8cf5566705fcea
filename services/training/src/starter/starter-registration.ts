import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BACKENDS, type Backends, isWeirError, LOGGER, type Logger, ModelRegistry } from '@weir/platform';
import { registerStarterModel } from './starter-model.js';

const RETRY_MS = 2_000;

/** Registers the starter model once the stores are there, without holding up the start. */
@Injectable()
export class StarterRegistration implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    @Inject(BACKENDS) private readonly backends: Backends,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly registry: ModelRegistry,
  ) {}

  onApplicationBootstrap(): void {
    void this.#attempt();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #attempt(): Promise<void> {
    try {
      const version = await registerStarterModel({ ...this.backends, registry: this.registry });
      if (version !== null)
        this.logger.info({ name: version.name, version: version.version }, 'the starter model is champion');
    } catch (error) {
      if (this.#stopped) return;
      if (!isTransient(error)) {
        this.logger.error({ err: error }, 'the starter model cannot be registered');
        return;
      }
      this.logger.warn({ err: error }, 'the starter model could not be registered yet; trying again');
      this.#timer = setTimeout(() => void this.#attempt(), RETRY_MS);
    }
  }
}

function isTransient(error: unknown): boolean {
  return isWeirError(error) && error.transient;
}
