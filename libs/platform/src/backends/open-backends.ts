import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../configuration/index.js';
import { isWeirError } from '../errors/index.js';
import type { Logger } from '../logging/index.js';
import type { StateFolder } from '../state-folder/index.js';
import type { Backends } from './backends.js';

const LOCK_PATIENCE_MS = 5_000;
const LOCK_RETRY_MS = 200;

export interface OpenBackends extends Backends {
  /** Closes the four, then gives the state folder free. */
  close(): Promise<void>;
}

/**
 * The adapters that the environment names. Drivers are loaded only where they are used.
 * Servers that are away are no failure here: readiness says so, and the adapters go on trying.
 * `logger` is asked for once the folder is there: its file may lie in it.
 * Throws `WEIR_STATE_LOCKED` and `WEIR_STATE_UNWRITABLE` where an embedded backend has no folder to itself.
 */
export async function openBackends(environment: Environment, logger: () => Logger): Promise<OpenBackends> {
  const folder = usesFolder(environment) ? await openFolder(environment.home) : undefined;
  try {
    const backends: Backends = {
      bus: await openBus(environment, logger(), folder),
      documents: await openDocuments(environment, folder),
      objects: await openObjects(environment, folder),
      cache: await openCache(environment),
    };
    return { ...backends, close: () => closeAll(backends, folder) };
  } catch (error) {
    await folder?.close();
    throw error;
  }
}

function usesFolder({ bus, documents, objects }: Environment): boolean {
  return bus === 'embedded' || documents === 'embedded' || objects === 'filesystem';
}

/** Waits a little for a Weir that is just stopping: a restart must not lose to the one it replaces. */
async function openFolder(home: string): Promise<StateFolder> {
  const { openStateFolder } = await import('../state-folder/index.js');
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await openStateFolder(home);
    } catch (error) {
      if (!isWeirError(error, 'WEIR_STATE_LOCKED') || performance.now() > deadline) throw error;
      await delay(LOCK_RETRY_MS);
    }
  }
}

async function closeAll(
  { bus, documents, objects, cache }: Backends,
  folder: StateFolder | undefined,
): Promise<void> {
  await bus.close();
  await Promise.all([documents.close(), objects.close(), cache.close()]);
  await folder?.close();
}

async function openBus(
  environment: Environment,
  logger: Logger,
  folder: StateFolder | undefined,
): Promise<Backends['bus']> {
  if (environment.bus === 'embedded') {
    const { EmbeddedEventBus } = await import('../event-bus/embedded/index.js');
    return EmbeddedEventBus.open(present(folder));
  }
  const {
    kafkaSaslMechanism: mechanism,
    kafkaSaslUsername: username = '',
    kafkaSaslPassword: password = '',
  } = environment;
  const options = {
    brokers: environment.kafkaBrokers,
    clientId: 'weir',
    ssl: environment.kafkaSsl,
    logger: logger.child({ component: 'kafka' }),
    ...(mechanism === undefined ? {} : { sasl: { mechanism, username, password } }),
  };
  if (environment.kafkaClient === 'platformatic') {
    const { PlatformaticEventBus } = await import('../event-bus/platformatic/index.js');
    return new PlatformaticEventBus(options);
  }
  const { KafkaEventBus } = await import('../event-bus/kafka/index.js');
  return new KafkaEventBus(options);
}

async function openDocuments(
  environment: Environment,
  folder: StateFolder | undefined,
): Promise<Backends['documents']> {
  if (environment.documents === 'embedded') {
    const { EmbeddedDocuments } = await import('../documents/embedded/embedded-documents.js');
    return new EmbeddedDocuments(present(folder).lmdb('documents'));
  }
  const { MongoDocuments } = await import('../documents/mongodb/mongo-documents.js');
  return new MongoDocuments({ uri: environment.mongodbUri ?? '' });
}

async function openObjects(
  environment: Environment,
  folder: StateFolder | undefined,
): Promise<Backends['objects']> {
  if (environment.objects === 'filesystem') {
    const { FilesystemObjects } = await import('../objects/filesystem/filesystem-objects.js');
    return new FilesystemObjects(present(folder).sub('objects'));
  }
  const { S3Objects } = await import('../objects/s3/s3-objects.js');
  const { s3Bucket, s3Endpoint, s3Region, s3ForcePathStyle, s3AccessKeyId, s3SecretAccessKey } = environment;
  return new S3Objects({
    bucket: s3Bucket ?? '',
    region: s3Region,
    forcePathStyle: s3ForcePathStyle,
    ...(s3Endpoint === undefined ? {} : { endpoint: s3Endpoint }),
    ...(s3AccessKeyId === undefined
      ? {}
      : { credentials: { accessKeyId: s3AccessKeyId, secretAccessKey: s3SecretAccessKey ?? '' } }),
  });
}

async function openCache(environment: Environment): Promise<Backends['cache']> {
  if (environment.cache === 'memory') {
    const { MemoryCache } = await import('../cache/memory/memory-cache.js');
    return new MemoryCache();
  }
  const { RedisCache } = await import('../cache/redis/redis-cache.js');
  return new RedisCache({ url: environment.redisUrl ?? '' });
}

function present(folder: StateFolder | undefined): StateFolder {
  if (folder === undefined) throw new TypeError('an embedded backend without a state folder');
  return folder;
}
