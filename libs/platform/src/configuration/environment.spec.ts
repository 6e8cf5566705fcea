import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeirError, type WeirError } from '../errors/index.js';
import { Environment, readEnvironment, VARIABLES } from './environment.js';

const SERVERS = {
  WEIR_BUS: 'kafka',
  KAFKA_BROKERS: 'one:9092, two:9093',
  KAFKA_SSL: 'true',
  KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
  KAFKA_SASL_USERNAME: 'weir',
  KAFKA_SASL_PASSWORD: 'hush',
  WEIR_KAFKA_CLIENT: 'platformatic',
  WEIR_DELIVERY: 'exactly-once',
  WEIR_DOCUMENTS: 'mongodb',
  MONGODB_URI: 'mongodb+srv://weir:hush@cluster.example/weir',
  WEIR_OBJECTS: 's3',
  S3_BUCKET: 'weir-data',
  S3_ENDPOINT: 'http://object_store:9000',
  S3_REGION: 'eu-central-1',
  S3_FORCE_PATH_STYLE: '1',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'hush',
  WEIR_CACHE: 'redis',
  REDIS_URL: 'rediss://:hush@cache:6379/1',
  WEIR_PORT: '9000',
  WEIR_HOST: '0.0.0.0',
  WEIR_HOME: '/var/lib/weir',
  WEIR_LOG_LEVEL: 'debug',
  WEIR_INFERENCE_URL: 'http://[::1]:8081',
  WEIR_ALLOW_UNAUTHENTICATED: 'true',
  WEIR_SESSION_HOURS: '24',
  WEIR_RECENT_VERDICTS: '500',
  WEIR_JOB_HOURS: '48',
  WEIR_STREAM_LISTENERS: '20',
  WEIR_STREAM_LISTENERS_PER_KEY: '5',
  WEIR_TRUST_PROXY: '10.0.0.0/8, ::1',
  WEIR_CORS_ORIGINS: 'https://a.example, http://localhost:5173',
  WEIR_RATE_LIMIT: '50',
  WEIR_RATE_LIMIT_BURST: '70',
  WEIR_RATE_LIMIT_ADDRESS: '5',
  WEIR_RATE_LIMIT_FALLBACK: 'refuse',
  WEIR_MAX_REQUESTS: '64',
  WEIR_MAX_CONNECTIONS: '900',
  WEIR_FILES: '/data, /more',
  WEIR_SCHEMAS: 'own.yaml',
  WEIR_TRAINING_WORKERS: '4',
  WEIR_INFERENCE_THREADS: '2',
  WEIR_SKETCH_SECONDS: '60',
  WEIR_DRIFT_REFERENCE: 'first-windows',
  WEIR_DRIFT_FIRST_WINDOWS: '3',
  WEIR_SHADOW_SHARE: '0.25',
  WEIR_CANARY_SHARE: '1',
  WEIR_CANARY_WINDOW_SECONDS: '60',
  WEIR_CANARY_MAX_ERROR_RATE: '0.001',
  WEIR_CANARY_MAX_LOSS: '0.05',
  WEIR_CANARY_MAX_FLAGGED_RATIO: '1.5',
  WEIR_ENRICH: 'false',
  WEIR_ENRICH_STREAM: 'flagged',
  WEIR_ENRICH_TIMEOUT_MS: '5000',
  WEIR_ENRICH_MAX_BYTES: '65536',
  WEIR_ENRICH_MAX_REDIRECTS: '3',
  WEIR_ENRICH_CONCURRENCY: '4',
  WEIR_ENRICH_CACHE_SECONDS: '60',
  WEIR_ENRICH_NEGATIVE_CACHE_SECONDS: '5',
  WEIR_ENRICH_PORTS: '80, 443,8443',
  WEIR_ENRICH_RDAP_URL: 'https://rdap.example/dns.json',
};

function failureOf(variables: NodeJS.ProcessEnv): WeirError {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (isWeirError(error, 'WEIR_CONFIG_INVALID')) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('readEnvironment', () => {
  it('needs nothing: one process, loopback, embedded backends', () => {
    expect(readEnvironment({})).toMatchObject({
      bus: 'embedded',
      documents: 'embedded',
      objects: 'filesystem',
      cache: 'memory',
      host: '127.0.0.1',
      home: '.weir',
      logLevel: 'info',
      inferenceUrl: 'http://127.0.0.1:8081',
      allowUnauthenticated: false,
      files: [],
      schemas: [],
      trainingWorkers: 2,
      inferenceThreads: 1,
    });
    expect(readEnvironment({}).port).toBeUndefined();
  });

  it('reads every variable into its type', () => {
    expect({ ...readEnvironment(SERVERS) }).toEqual({
      bus: 'kafka',
      kafkaBrokers: ['one:9092', 'two:9093'],
      kafkaSsl: true,
      kafkaSaslMechanism: 'scram-sha-512',
      kafkaSaslUsername: 'weir',
      kafkaSaslPassword: 'hush',
      kafkaClient: 'platformatic',
      delivery: 'exactly-once',
      documents: 'mongodb',
      mongodbUri: SERVERS.MONGODB_URI,
      objects: 's3',
      s3Bucket: 'weir-data',
      s3Endpoint: 'http://object_store:9000',
      s3Region: 'eu-central-1',
      s3ForcePathStyle: true,
      s3AccessKeyId: 'key',
      s3SecretAccessKey: 'hush',
      cache: 'redis',
      redisUrl: SERVERS.REDIS_URL,
      port: 9000,
      host: '0.0.0.0',
      home: '/var/lib/weir',
      logLevel: 'debug',
      inferenceUrl: 'http://[::1]:8081',
      allowUnauthenticated: true,
      sessionHours: 24,
      recentVerdicts: 500,
      jobHours: 48,
      streamListeners: 20,
      streamListenersPerKey: 5,
      trustProxy: ['10.0.0.0/8', '::1'],
      corsOrigins: ['https://a.example', 'http://localhost:5173'],
      rateLimit: 50,
      rateLimitBurst: 70,
      rateLimitAddress: 5,
      rateLimitFallback: 'refuse',
      maxRequests: 64,
      maxConnections: 900,
      files: ['/data', '/more'],
      schemas: ['own.yaml'],
      trainingWorkers: 4,
      inferenceThreads: 2,
      sketchSeconds: 60,
      driftReference: 'first-windows',
      driftFirstWindows: 3,
      shadowShare: 0.25,
      canaryShare: 1,
      canaryWindowSeconds: 60,
      canaryMaxErrorRate: 0.001,
      canaryMaxLoss: 0.05,
      canaryMaxFlaggedRatio: 1.5,
      enrich: false,
      enrichStream: 'flagged',
      enrichTimeoutMs: 5_000,
      enrichMaxBytes: 65_536,
      enrichMaxRedirects: 3,
      enrichConcurrency: 4,
      enrichCacheSeconds: 60,
      enrichNegativeCacheSeconds: 5,
      enrichPorts: [80, 443, 8443],
      enrichRdapUrl: 'https://rdap.example/dns.json',
    });
    expect(Object.keys(SERVERS)).toEqual(Object.keys(VARIABLES));
  });

  it('takes an empty variable for an absent one, as Compose files leave them', () => {
    const empty = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });

  it('leaves credentials to the SDK where neither of the two is set', () => {
    const { S3_ACCESS_KEY_ID: _id, S3_SECRET_ACCESS_KEY: _secret, ...chain } = SERVERS;
    expect(readEnvironment(chain)).toMatchObject({ objects: 's3' });
  });

  it('needs no server variable of a backend that is not used', () => {
    const unused = {
      KAFKA_BROKERS: 'nonsense',
      MONGODB_URI: 'nonsense',
      S3_BUCKET: '!',
      REDIS_URL: 'nonsense',
    };
    expect(readEnvironment(unused)).toBeInstanceOf(Environment);
  });

  it.each([
    ['WEIR_BUS', 'rabbit', 'kafka or embedded'],
    ['KAFKA_BROKERS', undefined, 'host:port'],
    ['KAFKA_BROKERS', 'one', 'host:port'],
    ['KAFKA_BROKERS', 'one:9092,http://two:9092', 'host:port'],
    ['KAFKA_BROKERS', ' , ', 'host:port'],
    ['KAFKA_SSL', 'yes', 'true or false'],
    ['KAFKA_SASL_MECHANISM', 'kerberos', 'plain, scram-sha-256 or scram-sha-512'],
    ['KAFKA_SASL_MECHANISM', undefined, 'set with KAFKA_SASL_USERNAME'],
    ['KAFKA_SASL_USERNAME', undefined, 'set with KAFKA_SASL_MECHANISM'],
    ['KAFKA_SASL_PASSWORD', undefined, 'set with KAFKA_SASL_MECHANISM'],
    ['WEIR_DOCUMENTS', 'postgres', 'mongodb or embedded'],
    ['MONGODB_URI', undefined, 'mongodb://'],
    ['MONGODB_URI', 'http://mongo', 'mongodb://'],
    ['WEIR_OBJECTS', 'ftp', 's3 or filesystem'],
    ['S3_BUCKET', undefined, 'bucket name'],
    ['S3_BUCKET', 'Weir_Data', 'bucket name'],
    ['S3_ENDPOINT', 'minio:9000', 'http URL'],
    ['S3_ENDPOINT', 'ftp://minio', 'http URL'],
    ['S3_FORCE_PATH_STYLE', 'maybe', 'true or false'],
    ['S3_ACCESS_KEY_ID', undefined, 'set with S3_SECRET_ACCESS_KEY'],
    ['S3_SECRET_ACCESS_KEY', undefined, 'set with S3_ACCESS_KEY_ID'],
    ['WEIR_CACHE', 'memcached', 'redis or memory'],
    ['REDIS_URL', undefined, 'redis://'],
    ['REDIS_URL', 'cache:6379', 'redis://'],
    ['WEIR_PORT', 'http', 'port number'],
    ['WEIR_PORT', '-1', 'port number'],
    ['WEIR_PORT', '65536', 'port number'],
    ['WEIR_PORT', '80.5', 'port number'],
    ['WEIR_LOG_LEVEL', 'loud', 'trace, debug, info'],
    ['WEIR_INFERENCE_URL', 'inference:8081', 'http URL'],
    ['WEIR_ALLOW_UNAUTHENTICATED', 'on', 'true or false'],
    ['WEIR_SESSION_HOURS', '0', 'whole number from 1'],
    ['WEIR_TRUST_PROXY', '10.0.0.0/33', 'addresses or networks'],
    ['WEIR_TRUST_PROXY', 'proxy', 'addresses or networks'],
    ['WEIR_CORS_ORIGINS', '*', 'origins such as'],
    ['WEIR_CORS_ORIGINS', 'https://a.example/', 'origins such as'],
    ['WEIR_RATE_LIMIT', '-1', '0 to'],
    ['WEIR_RATE_LIMIT_BURST', '0', '1 to'],
    ['WEIR_RATE_LIMIT_ADDRESS', 'few', '0 to'],
    ['WEIR_RATE_LIMIT_FALLBACK', 'deny', 'local, allow or refuse'],
    ['WEIR_MAX_REQUESTS', '0', '1 to'],
    ['WEIR_MAX_CONNECTIONS', '0', '1 to'],
    ['WEIR_TRAINING_WORKERS', '65', '0 to 64'],
    ['WEIR_TRAINING_WORKERS', 'many', '0 to 64'],
    ['WEIR_SKETCH_SECONDS', '-1', '0 to 86400'],
    ['WEIR_DRIFT_REFERENCE', 'yesterday', 'training or first-windows'],
    ['WEIR_DRIFT_FIRST_WINDOWS', '0', '1 to 2016'],
    ['WEIR_SHADOW_SHARE', '1.1', '0 to 1'],
    ['WEIR_SHADOW_SHARE', '10%', '0 to 1'],
    ['WEIR_CANARY_SHARE', '-0.1', '0 to 1'],
    ['WEIR_CANARY_WINDOW_SECONDS', '0', '1 to 86400'],
    ['WEIR_CANARY_MAX_ERROR_RATE', 'none', '0 to 1'],
    ['WEIR_CANARY_MAX_LOSS', '2', '0 to 1'],
    ['WEIR_CANARY_MAX_FLAGGED_RATIO', '0.5', '1 to 1000'],
    ['WEIR_ENRICH', 'on', 'true or false'],
    ['WEIR_ENRICH_STREAM', 'on', 'off, malicious, flagged or all'],
    ['WEIR_ENRICH_TIMEOUT_MS', '60000', '100 to 12000'],
    ['WEIR_ENRICH_MAX_BYTES', '1', '1024 to'],
    ['WEIR_ENRICH_MAX_REDIRECTS', '-1', '0 to 20'],
    ['WEIR_ENRICH_CONCURRENCY', '0', '1 to 256'],
    ['WEIR_ENRICH_CACHE_SECONDS', '0', '1 to'],
    ['WEIR_ENRICH_NEGATIVE_CACHE_SECONDS', '1.5', '1 to'],
    ['WEIR_ENRICH_PORTS', '80,http', 'port numbers'],
    ['WEIR_ENRICH_PORTS', '0', 'port numbers'],
    ['WEIR_ENRICH_RDAP_URL', 'http://rdap.example/', 'https URL'],
  ])('names %s where it is %j, and what it expects', (variable, value, expected) => {
    const { message } = failureOf({ ...SERVERS, [variable]: value });
    expect(message).toContain(variable);
    expect(message).toContain(expected);
    // One problem, told once, under the variable's name and never the member's.
    expect(message.split('; ')).toHaveLength(1);
    expect(message.startsWith(`${variable} `)).toBe(true);
  });

  it('names every problem at once', () => {
    const { message } = failureOf({ WEIR_BUS: 'kafka', WEIR_DOCUMENTS: 'mongodb', WEIR_PORT: 'x' });
    for (const variable of ['KAFKA_BROKERS', 'MONGODB_URI', 'WEIR_PORT']) expect(message).toContain(variable);
  });

  it('never repeats a value: not of a secret, not of anything else', () => {
    const names = Object.keys(VARIABLES);
    const value = fc.stringMatching(/^[A-Za-z0-9~!$%^]{12,40}$/);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, value]))), (secrets) => {
        const error = failureOf({ ...secrets, WEIR_BUS: 'kafka', WEIR_DOCUMENTS: 'mongodb' });
        for (const secret of Object.values(secrets))
          expect(`${error.stack} ${error.cause}`).not.toContain(secret);
      }),
      { numRuns: 100 },
    );
  });
});
