import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { EventRecord } from '../../event-bus.js';

export function eventRecord(topic: string, partition: number, message: KafkaMessage): EventRecord {
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key ?? null,
    value: message.value ?? null,
    headers: headersOf(message.headers),
    timestamp: Number(message.timestamp),
  };
}

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

/** A header that is repeated counts with its last value, as in Kafka's own `lastHeader`. */
function headersOf(headers: IHeaders | undefined): Readonly<Record<string, string>> {
  if (headers === undefined) return NO_HEADERS;
  const texts: [string, string][] = [];
  for (const name in headers) {
    const value = headers[name];
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) texts.push([name, last.toString()]);
  }
  return texts.length === 0 ? NO_HEADERS : Object.fromEntries(texts);
}
