import { randomBytes } from 'node:crypto';

const NEEDED = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'S3_ENDPOINT'];

/** The real servers of the environment, with a database and a bucket of this run's own. */
export function serverEnvironment() {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(`set ${missing.join(', ')} to real servers first (see bench/README.md)`);
  const own = `weir-bench-${randomBytes(4).toString('hex')}`;
  const documents = new URL(process.env.MONGODB_URI);
  documents.pathname = `/${own}`;
  return {
    WEIR_BUS: 'kafka',
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    WEIR_DOCUMENTS: 'mongodb',
    MONGODB_URI: documents.href,
    WEIR_OBJECTS: 's3',
    S3_BUCKET: own,
    WEIR_CACHE: 'redis',
    REDIS_URL: process.env.REDIS_URL,
    WEIR_LOG_LEVEL: 'info',
  };
}
