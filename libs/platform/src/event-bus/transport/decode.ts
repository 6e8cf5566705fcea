import { validate } from '@weir/contracts';
import type { EventBatch, EventRecord } from '../event-bus.js';

/** A class whose instances carry class-validator's rules. */
export type EventClass<T extends object> = new () => T;

export interface DecodedEvent<T> {
  readonly value: T;
  readonly record: EventRecord;
}

/** A record that cannot be read, and why, in words for whoever sent it. */
export interface RejectedRecord {
  readonly record: EventRecord;
  readonly reason: string;
}

export interface DecodedBatch<T> {
  readonly events: DecodedEvent<T>[];
  readonly rejected: RejectedRecord[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads each record as JSON and checks it against the class. Both lists keep the order of the records; never throws. */
export function decodeEvents<T extends object>(
  batch: Pick<EventBatch, 'records'>,
  eventClass: EventClass<T>,
): DecodedBatch<T> {
  const decoded: DecodedBatch<T> = { events: [], rejected: [] };
  for (const record of batch.records) {
    const event = decodeEvent(record, eventClass);
    if ('reason' in event) decoded.rejected.push(event);
    else decoded.events.push(event);
  }
  return decoded;
}

function decodeEvent<T extends object>(
  record: EventRecord,
  eventClass: EventClass<T>,
): DecodedEvent<T> | RejectedRecord {
  if (record.value === null || record.value.length === 0) return { record, reason: 'the value is empty' };
  const json = parse(record.value);
  if ('reason' in json) return { record, reason: json.reason };
  const validated = validate(eventClass, json.data);
  if (validated.ok) return { record, value: validated.value };
  const reason = validated.issues
    .map(({ path, message }) => (path === '' || message.startsWith(path) ? message : `${path}: ${message}`))
    .join('; ');
  return { record, reason };
}

function parse(value: Buffer): { readonly data: unknown } | { readonly reason: string } {
  let text: string;
  try {
    text = utf8.decode(value);
  } catch {
    return { reason: 'the value is not UTF-8' };
  }
  try {
    return { data: JSON.parse(text) as unknown };
  } catch (error) {
    return { reason: `the value is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
