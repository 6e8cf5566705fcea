import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_TOPICS } from '@weir/contracts';
import { type Backends, createLogger, openBackends, readEnvironment } from '@weir/platform';

export interface TestBackends extends Backends {
  /** Closes them and deletes their folder. */
  dispose(): Promise<void>;
}

export const silentLogger = createLogger({ service: 'inference', level: 'silent' });

/** The embedded backends in a folder of their own, with the topics made. */
export async function openTestBackends(): Promise<TestBackends> {
  const home = await mkdtemp(join(tmpdir(), 'weir-inference-'));
  return openFrom({ WEIR_HOME: home }, () => rm(home, { recursive: true, force: true }));
}

const SERVERS = ['KAFKA_BROKERS', 'MONGODB_URI', 'S3_ENDPOINT', 'REDIS_URL'];

/** The real backends that the environment names, with a database and a bucket of their own. */
export async function openStackBackends(): Promise<TestBackends> {
  const absent = SERVERS.filter((name) => process.env[name] === undefined);
  if (absent.length > 0) throw new Error(`${absent.join(', ')} must be set`);
  const own = `weir-inference-${randomUUID().slice(0, 8)}`;
  const database = new URL(process.env.MONGODB_URI ?? '');
  database.pathname = `/${own}`;
  return openFrom({
    ...process.env,
    WEIR_BUS: 'kafka',
    WEIR_DOCUMENTS: 'mongodb',
    MONGODB_URI: database.href,
    WEIR_OBJECTS: 's3',
    S3_BUCKET: own,
    WEIR_CACHE: 'redis',
  });
}

/** Kafka's topics with embedded stores: for what asks the stores often, and is about the stream. */
export async function openKafkaBackends(): Promise<TestBackends> {
  if (process.env.KAFKA_BROKERS === undefined) throw new Error('KAFKA_BROKERS must be set');
  const home = await mkdtemp(join(tmpdir(), 'weir-inference-'));
  const variables = { WEIR_BUS: 'kafka', KAFKA_BROKERS: process.env.KAFKA_BROKERS, WEIR_HOME: home };
  return openFrom(variables, () => rm(home, { recursive: true, force: true }));
}

async function openFrom(
  variables: NodeJS.ProcessEnv,
  cleanUp: () => Promise<void> = async () => undefined,
): Promise<TestBackends> {
  const backends = await openBackends(readEnvironment(variables), () => silentLogger);
  await backends.bus.ensureTopics(ALL_TOPICS);
  const { bus, documents, objects, cache } = backends;
  const dispose = async () => {
    await backends.close();
    await cleanUp();
  };
  return { bus, documents, objects, cache, dispose };
}
