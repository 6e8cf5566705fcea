import type { SourcePosition, SourceRequest } from '@weir/contracts';
import { type Environment, WeirError } from '@weir/platform';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { type DataRecord, parseRecord, recordTable } from '../formats/index.js';
import { type PartitionRange, rangesOf } from './kafka-range.js';
import { KafkaRangeReader } from './kafka-range-reader.js';
import { requireMember } from './require-member.js';
import type { OpenSource, Source } from './source.js';

export type KafkaSettings = Pick<
  Environment,
  'kafkaBrokers' | 'kafkaSsl' | 'kafkaSaslMechanism' | 'kafkaSaslUsername' | 'kafkaSaslPassword'
>;

/**
 * A topic's records, one JSON object each, on the brokers of `KAFKA_BROKERS`. The end is fixed at the start: records
 * that come later are not read. A record without a value is skipped.
 */
export class KafkaSource implements Source {
  constructor(private readonly settings: KafkaSettings) {}

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const topic = requireMember(request, 'topic');
    if (this.settings.kafkaBrokers.length === 0) {
      throw new WeirError('WEIR_SOURCE_REFUSED', 'KAFKA_BROKERS is not set for this service');
    }
    const kafka = new Kafka(configOf(this.settings));
    try {
      const ranges = rangesOf(request, await offsetsOf(kafka, topic));
      const reader = new KafkaRangeReader(kafka, topic, ranges);
      const table = await recordTable(recordsOf(reader), expected);
      if (table === null) throw new WeirError('WEIR_DATA_EMPTY', `Topic ${topic} holds no records there`);
      return { table, position: () => positionOf(topic, ranges), close: () => reader.close() };
    } catch (error) {
      throw error instanceof WeirError ? error : failureOf(error, topic);
    }
  }
}

function configOf(settings: KafkaSettings): KafkaConfig {
  const { kafkaSaslMechanism: mechanism, kafkaSaslUsername, kafkaSaslPassword } = settings;
  const sasl = { mechanism, username: kafkaSaslUsername ?? '', password: kafkaSaslPassword ?? '' };
  return {
    clientId: 'weir-ingestion',
    brokers: [...settings.kafkaBrokers],
    ssl: settings.kafkaSsl,
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
    ...(mechanism === undefined ? {} : { sasl: sasl as NonNullable<KafkaConfig['sasl']> }),
  };
}

async function offsetsOf(kafka: Kafka, topic: string) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await admin.fetchTopicOffsets(topic);
  } finally {
    await admin.disconnect();
  }
}

async function* recordsOf(reader: KafkaRangeReader): AsyncGenerator<DataRecord, void, undefined> {
  for await (const { partition, offset, value } of reader.records()) {
    if (value === null) continue;
    const place = `The record at partition ${partition}, offset ${offset}`;
    yield { place, members: parseRecord(value.toString(), place) };
  }
}

function positionOf(topic: string, ranges: readonly PartitionRange[]): SourcePosition {
  const offsets = ranges.map(({ partition, from, to }) => [
    partition,
    { from: String(from), to: String(to) },
  ]);
  return { kind: 'kafka', name: topic, position: { offsets: Object.fromEntries(offsets) } };
}

function failureOf(error: unknown, topic: string): WeirError {
  const { message, type = (error as { cause?: { type?: string } }).cause?.type } = error as Error & {
    type?: string;
  };
  if (type === 'UNKNOWN_TOPIC_OR_PARTITION') {
    return new WeirError('WEIR_TOPIC_MISSING', `There is no topic ${topic}`, { cause: error });
  }
  if (type === 'TOPIC_AUTHORIZATION_FAILED') {
    return new WeirError('WEIR_SOURCE_REFUSED', `${topic} may not be read with this service's credentials`);
  }
  return new WeirError('WEIR_SOURCE_UNAVAILABLE', `Topic ${topic} cannot be read: ${message}`, {
    cause: error,
  });
}
