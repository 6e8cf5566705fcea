import {
  Kafka,
  type KafkaConfig,
  type LogEntry,
  logLevel,
  type RetryOptions,
  type SASLOptions,
} from 'kafkajs';
import type { KafkaBusOptions, KafkaLogger } from '../../brokers/kafka-options.js';
import { mendKafkajs } from './kafkajs-mends.js';
import { carryRecordBatches } from './kafkajs-records.js';

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 20_000;

/** Given in full: kafkajs fills what is missing from defaults that depend on NODE_ENV. */
export const CLIENT_RETRY: RetryOptions = {
  initialRetryTime: 100,
  maxRetryTime: 2_000,
  factor: 0.2,
  multiplier: 2,
  retries: 5,
};

/**
 * A kafkajs client. Each consumer needs one of its own: kafkajs keeps a group's committed offsets in the client, and
 * two members of one group in the same client overwrite each other's.
 */
export function kafkaClient(options: KafkaBusOptions, retry: RetryOptions = CLIENT_RETRY): Kafka {
  mendKafkajs();
  carryRecordBatches();
  const config: KafkaConfig = {
    brokers: [...options.brokers],
    clientId: options.clientId,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry,
    logLevel: options.logger === undefined ? logLevel.NOTHING : logLevel.INFO,
    logCreator: () => (entry) => passOn(entry, options.logger),
  };
  if (options.ssl === true) config.ssl = true;
  if (options.sasl !== undefined) config.sasl = options.sasl as SASLOptions;
  if (options.socketFactory !== undefined) config.socketFactory = options.socketFactory;
  return new Kafka(config);
}

/** One level lower than kafkajs has it: what it calls an error it mostly tries again, and this adapter always does. */
function passOn({ level, log, namespace }: LogEntry, logger: KafkaLogger | undefined): void {
  if (logger === undefined) return;
  // Said of every producer here: what it warns of is what the sender deals with.
  if (log.message.startsWith('Limiting retries for the idempotent producer')) return;
  const { message, timestamp: _timestamp, logger: _logger, ...fields } = log;
  const say = level === logLevel.ERROR ? logger.warn : level === logLevel.WARN ? logger.info : logger.debug;
  say.call(logger, { ...fields, library: 'kafkajs', namespace }, message);
}
