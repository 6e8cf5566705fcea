import { DRIFT_REFERENCES, type DriftReference } from '@weir/contracts';
import { plainToInstance, Transform } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { WeirError } from '../errors/index.js';
import { AreNetworks, AreOrigins } from './network-values.js';
import { toBoolean, toInteger, toIntegers, toList, toLowerCase, toNumber } from './read-variable.js';

/** Names of a container network have no dot, and may hold an underscore. */
const HTTP_URL = {
  require_tld: false,
  require_protocol: true,
  allow_underscores: true,
  protocols: ['http', 'https'],
};
const PORT = { message: 'WEIR_PORT must be a port number, 0 to 65535' };
const ENRICH_PORTS = { message: 'WEIR_ENRICH_PORTS must be port numbers, separated by commas' };

const ENRICHED_OF_STREAM = ['off', 'malicious', 'flagged', 'all'] as const;
export type EnrichedOfStream = (typeof ENRICHED_OF_STREAM)[number];

const RATE_LIMIT_FALLBACKS = ['local', 'allow', 'refuse'] as const;
export type RateLimitFallback = (typeof RATE_LIMIT_FALLBACKS)[number];

/** A variable that holds a whole number. */
function wholeNumber(variable: string, least: number, most: number): PropertyDecorator {
  const message = { message: `${variable} must be a whole number from ${least} to ${most}` };
  return (target, property) => {
    for (const decorate of [IsInt(message), Min(least, message), Max(most, message), Transform(toInteger)])
      decorate(target, property);
  };
}

/** A variable that holds any number: a share, a ratio. */
function number(variable: string, least: number, most: number): PropertyDecorator {
  const message = { message: `${variable} must be a number from ${least} to ${most}` };
  return (target, property) => {
    for (const decorate of [
      IsNumber({}, message),
      Min(least, message),
      Max(most, message),
      Transform(toNumber),
    ])
      decorate(target, property);
  };
}

const uses = (member: 'bus' | 'documents' | 'objects' | 'cache', backend: string) =>
  ValidateIf((environment: Environment) => environment[member] === backend);

/** Every variable a service reads, checked once at start. Names are the public contract's. */
export class Environment {
  @IsIn(['kafka', 'embedded'], { message: 'WEIR_BUS must be kafka or embedded' })
  bus: 'kafka' | 'embedded' = 'embedded';

  @uses('bus', 'kafka')
  @Matches(/^[^\s:/]+:\d+$/, {
    each: true,
    message: 'KAFKA_BROKERS must be host:port, several separated by commas',
  })
  @ArrayNotEmpty({ message: 'KAFKA_BROKERS must be host:port, several separated by commas' })
  @Transform(toList)
  kafkaBrokers: string[] = [];

  @IsBoolean({ message: 'KAFKA_SSL must be true or false' })
  @Transform(toBoolean)
  kafkaSsl = false;

  @ValidateIf(({ kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword }: Environment) =>
    [kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword].some((each) => each !== undefined),
  )
  @IsIn(['plain', 'scram-sha-256', 'scram-sha-512'], {
    message:
      'KAFKA_SASL_MECHANISM must be plain, scram-sha-256 or scram-sha-512, and set with KAFKA_SASL_USERNAME',
  })
  @Transform(toLowerCase)
  kafkaSaslMechanism?: 'plain' | 'scram-sha-256' | 'scram-sha-512';

  @ValidateIf((environment: Environment) => environment.kafkaSaslMechanism !== undefined)
  @IsNotEmpty({ message: 'KAFKA_SASL_USERNAME must be set with KAFKA_SASL_MECHANISM' })
  kafkaSaslUsername?: string;

  @ValidateIf((environment: Environment) => environment.kafkaSaslMechanism !== undefined)
  @IsNotEmpty({ message: 'KAFKA_SASL_PASSWORD must be set with KAFKA_SASL_MECHANISM' })
  kafkaSaslPassword?: string;

  /** The library that speaks to Kafka. */
  @IsIn(['kafkajs', 'platformatic'], { message: 'WEIR_KAFKA_CLIENT must be kafkajs or platformatic' })
  kafkaClient: 'kafkajs' | 'platformatic' = 'kafkajs';

  /** Of the verdicts on the stream. */
  @IsIn(['at-least-once', 'exactly-once'], { message: 'WEIR_DELIVERY must be at-least-once or exactly-once' })
  delivery: 'at-least-once' | 'exactly-once' = 'at-least-once';

  @IsIn(['mongodb', 'embedded'], { message: 'WEIR_DOCUMENTS must be mongodb or embedded' })
  documents: 'mongodb' | 'embedded' = 'embedded';

  @uses('documents', 'mongodb')
  @Matches(/^mongodb(\+srv)?:\/\//, { message: 'MONGODB_URI must begin with mongodb:// or mongodb+srv://' })
  mongodbUri?: string;

  @IsIn(['s3', 'filesystem'], { message: 'WEIR_OBJECTS must be s3 or filesystem' })
  objects: 's3' | 'filesystem' = 'filesystem';

  @uses('objects', 's3')
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'S3_BUCKET must be a bucket name' })
  s3Bucket?: string;

  @IsOptional()
  @IsUrl(HTTP_URL, { message: 'S3_ENDPOINT must be an http URL' })
  s3Endpoint?: string;

  @IsString()
  s3Region = 'us-east-1';

  @IsBoolean({ message: 'S3_FORCE_PATH_STYLE must be true or false' })
  @Transform(toBoolean)
  s3ForcePathStyle = false;

  @ValidateIf((environment: Environment) => environment.s3SecretAccessKey !== undefined)
  @IsNotEmpty({ message: 'S3_ACCESS_KEY_ID must be set with S3_SECRET_ACCESS_KEY' })
  s3AccessKeyId?: string;

  @ValidateIf((environment: Environment) => environment.s3AccessKeyId !== undefined)
  @IsNotEmpty({ message: 'S3_SECRET_ACCESS_KEY must be set with S3_ACCESS_KEY_ID' })
  s3SecretAccessKey?: string;

  @IsIn(['redis', 'memory'], { message: 'WEIR_CACHE must be redis or memory' })
  cache: 'redis' | 'memory' = 'memory';

  @uses('cache', 'redis')
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must begin with redis:// or rediss://' })
  redisUrl?: string;

  @IsOptional()
  @IsInt(PORT)
  @Min(0, PORT)
  @Max(65_535, PORT)
  @Transform(toInteger)
  port?: number;

  @IsString()
  @IsNotEmpty({ message: 'WEIR_HOST must be an address to listen on' })
  host = '127.0.0.1';

  @IsString()
  @IsNotEmpty()
  home = '.weir';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    message: 'WEIR_LOG_LEVEL must be trace, debug, info, warn, error or silent',
  })
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  @IsUrl(HTTP_URL, { message: 'WEIR_INFERENCE_URL must be an http URL' })
  inferenceUrl = 'http://127.0.0.1:8081';

  /** Lets the gateway listen beyond the loopback though no key is configured: for a network that is closed by other means. */
  @IsBoolean({ message: 'WEIR_ALLOW_UNAUTHENTICATED must be true or false' })
  @Transform(toBoolean)
  allowUnauthenticated = false;

  /** How long a sign-in of the page lasts. */
  @wholeNumber('WEIR_SESSION_HOURS', 1, 8_760)
  sessionHours = 12;

  /** Verdicts that the gateway keeps at hand for lists and for listeners that come back. */
  @wholeNumber('WEIR_RECENT_VERDICTS', 100, 1_000_000)
  recentVerdicts = 20_000;

  /** How long a prediction job is kept after the last that happened to it. */
  @wholeNumber('WEIR_JOB_HOURS', 1, 8_760)
  jobHours = 24;

  /** Event streams that a gateway answers at a time. */
  @wholeNumber('WEIR_STREAM_LISTENERS', 0, 100_000)
  streamListeners = 1_000;

  /** Event streams of one key at a time. */
  @wholeNumber('WEIR_STREAM_LISTENERS_PER_KEY', 1, 100_000)
  streamListenersPerKey = 100;

  /** Proxies in front of the gateway, whose `X-Forwarded-For` is believed: addresses and networks. */
  @AreNetworks('WEIR_TRUST_PROXY must be addresses or networks such as 10.0.0.0/8, separated by commas')
  @Transform(toList)
  trustProxy: string[] = [];

  /** Origins of other sites whose pages may use the gateway, with a key. */
  @AreOrigins('WEIR_CORS_ORIGINS must be origins such as https://a.example, separated by commas')
  @Transform(toList)
  corsOrigins: string[] = [];

  /** Requests a second of one key; 0: no bound. */
  @wholeNumber('WEIR_RATE_LIMIT', 0, 1_000_000)
  rateLimit = 200;

  /** Requests of one key that may come at once. */
  @wholeNumber('WEIR_RATE_LIMIT_BURST', 1, 10_000_000)
  rateLimitBurst = 400;

  /** Requests a second of one address that show no valid key; 0: no bound. */
  @wholeNumber('WEIR_RATE_LIMIT_ADDRESS', 0, 1_000_000)
  rateLimitAddress = 20;

  /** What holds while the cache that replicas share their limits in is away. */
  @IsIn(RATE_LIMIT_FALLBACKS, { message: 'WEIR_RATE_LIMIT_FALLBACK must be local, allow or refuse' })
  rateLimitFallback: RateLimitFallback = 'local';

  /** Requests that one gateway answers at a time, event streams and health not counted. */
  @wholeNumber('WEIR_MAX_REQUESTS', 1, 100_000)
  maxRequests = 512;

  /** Connections that one gateway holds open. */
  @wholeNumber('WEIR_MAX_CONNECTIONS', 1, 1_000_000)
  maxConnections = 10_000;

  /** Folders that a `file` source may read from. */
  @IsString({ each: true })
  @Transform(toList)
  files: string[] = [];

  /** YAML files with feature schemas of the user's own. */
  @IsString({ each: true })
  @Transform(toList)
  schemas: string[] = [];

  /** Threads a search may use besides the main one. */
  @wholeNumber('WEIR_TRAINING_WORKERS', 0, 64)
  trainingWorkers = 2;

  /** Threads that score the stream's batches besides the main one. */
  @wholeNumber('WEIR_INFERENCE_THREADS', 0, 64)
  inferenceThreads = 1;

  /** Share of the stream's records that the challenger scores beside the champion; 0: none. */
  @number('WEIR_SHADOW_SHARE', 0, 1)
  shadowShare = 0.1;

  /** Share of the verdicts' keys that the challenger answers in the champion's place. */
  @number('WEIR_CANARY_SHARE', 0, 1)
  canaryShare = 0;

  /** The traffic a canary is judged by. */
  @wholeNumber('WEIR_CANARY_WINDOW_SECONDS', 1, 86_400)
  canaryWindowSeconds = 600;

  /** Of the canary's records that could not be scored. */
  @number('WEIR_CANARY_MAX_ERROR_RATE', 0, 1)
  canaryMaxErrorRate = 0.01;

  /** Estimated F1 that the challenger may be worse by. */
  @number('WEIR_CANARY_MAX_LOSS', 0, 1)
  canaryMaxLoss = 0.02;

  /** Between the odds of a URL's being flagged by the challenger and by the champion, either way. */
  @number('WEIR_CANARY_MAX_FLAGGED_RATIO', 1, 1_000)
  canaryMaxFlaggedRatio = 2;

  /** Length of the windows that inference sketches what it scored in; 0 makes no sketches. */
  @wholeNumber('WEIR_SKETCH_SECONDS', 0, 86_400)
  sketchSeconds = 300;

  /** What sketches are compared with: what a version was taught, or its own first windows. */
  @IsIn(DRIFT_REFERENCES, { message: 'WEIR_DRIFT_REFERENCE must be training or first-windows' })
  driftReference: DriftReference = 'training';

  /** Windows that make the reference, where it is the first ones. */
  @wholeNumber('WEIR_DRIFT_FIRST_WINDOWS', 1, 2_016)
  driftFirstWindows = 12;

  /** Whether a URL may be visited for whoever asks with `enrich`. */
  @IsBoolean({ message: 'WEIR_ENRICH must be true or false' })
  @Transform(toBoolean)
  enrich = true;

  /** Which of the stream's URLs are visited after their verdict; `flagged`: malicious or suspicious. */
  @IsIn(ENRICHED_OF_STREAM, { message: 'WEIR_ENRICH_STREAM must be off, malicious, flagged or all' })
  enrichStream: EnrichedOfStream = 'off';

  /** The gateway waits 15 s for inference. */
  @wholeNumber('WEIR_ENRICH_TIMEOUT_MS', 100, 12_000)
  enrichTimeoutMs = 8_000;

  @wholeNumber('WEIR_ENRICH_MAX_BYTES', 1_024, 16_777_216)
  enrichMaxBytes = 1_048_576;

  @wholeNumber('WEIR_ENRICH_MAX_REDIRECTS', 0, 20)
  enrichMaxRedirects = 5;

  @wholeNumber('WEIR_ENRICH_CONCURRENCY', 1, 256)
  enrichConcurrency = 16;

  @wholeNumber('WEIR_ENRICH_CACHE_SECONDS', 1, 604_800)
  enrichCacheSeconds = 3_600;

  @wholeNumber('WEIR_ENRICH_NEGATIVE_CACHE_SECONDS', 1, 604_800)
  enrichNegativeCacheSeconds = 60;

  /** Ports that may be visited. */
  @ArrayNotEmpty(ENRICH_PORTS)
  @IsInt({ each: true, ...ENRICH_PORTS })
  @Min(1, { each: true, ...ENRICH_PORTS })
  @Max(65_535, { each: true, ...ENRICH_PORTS })
  @Transform(toIntegers)
  enrichPorts: number[] = [80, 443];

  @IsUrl({ ...HTTP_URL, protocols: ['https'] }, { message: 'WEIR_ENRICH_RDAP_URL must be an https URL' })
  enrichRdapUrl = 'https://data.iana.org/rdap/dns.json';
}

/** The member of {@link Environment} each variable fills. */
export const VARIABLES = {
  WEIR_BUS: 'bus',
  KAFKA_BROKERS: 'kafkaBrokers',
  KAFKA_SSL: 'kafkaSsl',
  KAFKA_SASL_MECHANISM: 'kafkaSaslMechanism',
  KAFKA_SASL_USERNAME: 'kafkaSaslUsername',
  KAFKA_SASL_PASSWORD: 'kafkaSaslPassword',
  WEIR_KAFKA_CLIENT: 'kafkaClient',
  WEIR_DELIVERY: 'delivery',
  WEIR_DOCUMENTS: 'documents',
  MONGODB_URI: 'mongodbUri',
  WEIR_OBJECTS: 'objects',
  S3_BUCKET: 's3Bucket',
  S3_ENDPOINT: 's3Endpoint',
  S3_REGION: 's3Region',
  S3_FORCE_PATH_STYLE: 's3ForcePathStyle',
  S3_ACCESS_KEY_ID: 's3AccessKeyId',
  S3_SECRET_ACCESS_KEY: 's3SecretAccessKey',
  WEIR_CACHE: 'cache',
  REDIS_URL: 'redisUrl',
  WEIR_PORT: 'port',
  WEIR_HOST: 'host',
  WEIR_HOME: 'home',
  WEIR_LOG_LEVEL: 'logLevel',
  WEIR_INFERENCE_URL: 'inferenceUrl',
  WEIR_ALLOW_UNAUTHENTICATED: 'allowUnauthenticated',
  WEIR_SESSION_HOURS: 'sessionHours',
  WEIR_RECENT_VERDICTS: 'recentVerdicts',
  WEIR_JOB_HOURS: 'jobHours',
  WEIR_STREAM_LISTENERS: 'streamListeners',
  WEIR_STREAM_LISTENERS_PER_KEY: 'streamListenersPerKey',
  WEIR_TRUST_PROXY: 'trustProxy',
  WEIR_CORS_ORIGINS: 'corsOrigins',
  WEIR_RATE_LIMIT: 'rateLimit',
  WEIR_RATE_LIMIT_BURST: 'rateLimitBurst',
  WEIR_RATE_LIMIT_ADDRESS: 'rateLimitAddress',
  WEIR_RATE_LIMIT_FALLBACK: 'rateLimitFallback',
  WEIR_MAX_REQUESTS: 'maxRequests',
  WEIR_MAX_CONNECTIONS: 'maxConnections',
  WEIR_FILES: 'files',
  WEIR_SCHEMAS: 'schemas',
  WEIR_TRAINING_WORKERS: 'trainingWorkers',
  WEIR_INFERENCE_THREADS: 'inferenceThreads',
  WEIR_SKETCH_SECONDS: 'sketchSeconds',
  WEIR_DRIFT_REFERENCE: 'driftReference',
  WEIR_DRIFT_FIRST_WINDOWS: 'driftFirstWindows',
  WEIR_SHADOW_SHARE: 'shadowShare',
  WEIR_CANARY_SHARE: 'canaryShare',
  WEIR_CANARY_WINDOW_SECONDS: 'canaryWindowSeconds',
  WEIR_CANARY_MAX_ERROR_RATE: 'canaryMaxErrorRate',
  WEIR_CANARY_MAX_LOSS: 'canaryMaxLoss',
  WEIR_CANARY_MAX_FLAGGED_RATIO: 'canaryMaxFlaggedRatio',
  WEIR_ENRICH: 'enrich',
  WEIR_ENRICH_STREAM: 'enrichStream',
  WEIR_ENRICH_TIMEOUT_MS: 'enrichTimeoutMs',
  WEIR_ENRICH_MAX_BYTES: 'enrichMaxBytes',
  WEIR_ENRICH_MAX_REDIRECTS: 'enrichMaxRedirects',
  WEIR_ENRICH_CONCURRENCY: 'enrichConcurrency',
  WEIR_ENRICH_CACHE_SECONDS: 'enrichCacheSeconds',
  WEIR_ENRICH_NEGATIVE_CACHE_SECONDS: 'enrichNegativeCacheSeconds',
  WEIR_ENRICH_PORTS: 'enrichPorts',
  WEIR_ENRICH_RDAP_URL: 'enrichRdapUrl',
} as const satisfies Record<string, keyof Environment>;

/**
 * The configuration from environment variables; an empty variable counts as absent.
 * Throws `WEIR_CONFIG_INVALID` naming each variable and what it expects, never its value.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const raw: Record<string, string> = {};
  for (const [variable, member] of Object.entries(VARIABLES)) {
    const value = variables[variable];
    if (value !== undefined && value !== '') raw[member] = value;
  }
  const environment = plainToInstance(Environment, raw, { exposeDefaultValues: true });
  const problems = validateSync(environment).map((error) => {
    const variable =
      Object.entries(VARIABLES).find(([, member]) => member === error.property)?.[0] ?? error.property;
    const messages = [...new Set(Object.values(error.constraints ?? {}))].join(', ');
    return messages.startsWith(variable) ? messages : `${variable}: ${messages}`;
  });
  if (problems.length > 0) throw new WeirError('WEIR_CONFIG_INVALID', problems.join('; '));
  return environment;
}
