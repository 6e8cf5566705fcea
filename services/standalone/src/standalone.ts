import { gatewayService } from '@weir/gateway';
import { inferenceService } from '@weir/inference';
import { ingestionService } from '@weir/ingestion';
import {
  type Logger,
  type Platform,
  type RunningService,
  type ServiceDefinition,
  startService,
} from '@weir/platform';
import { trainingService } from '@weir/training';
import { validationService } from '@weir/validation';

const LOOPBACK = '127.0.0.1';

export interface StandalonePlatform extends Omit<Platform, 'service' | 'logger'> {
  /** Lines of one log, each under its service's name. */
  readonly loggerOf: (service: string) => Logger;
}

export interface Standalone {
  readonly gateway: RunningService;
  /** Resolves once all five consume their topics. */
  readonly consuming: Promise<void>;
  close(): Promise<void>;
}

/** The five services in one process, over the same backends; only the gateway's port is of a fixed number. */
export async function startStandalone(
  platform: StandalonePlatform,
  gatewayPort: number,
): Promise<Standalone> {
  const started: RunningService[] = [];
  const close = async () => {
    // The gateway goes first, so that nobody is promised an answer by a service that is stopping.
    for (const each of started.toReversed()) await each.close();
  };
  const start = async (
    service: string,
    definition: ServiceDefinition,
    port = 0,
    environment = platform.environment,
  ) => {
    const logger = platform.loggerOf(service);
    const running = await startService({ ...platform, environment, logger, service }, definition, {
      host: LOOPBACK,
      port,
    });
    started.push(running);
    return running;
  };
  try {
    const inference = await start('inference', inferenceService);
    await start('training', trainingService);
    await start('validation', validationService);
    await start('ingestion', ingestionService);
    const environment = Object.assign(
      Object.create(Object.getPrototypeOf(platform.environment)),
      platform.environment,
      { inferenceUrl: inference.url },
    );
    const gateway = await start('gateway', gatewayService, gatewayPort, environment);
    return {
      gateway,
      consuming: Promise.all(started.map((each) => each.consuming)).then(() => undefined),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
