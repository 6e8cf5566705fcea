import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@weir/contracts';
import type { EventRecord, OutgoingRecord } from '../../event-bus/event-bus.js';
import { Recorder } from './recorder.js';
import { type ContractScope, until } from './scope.js';

/**
 * All that a reader of the topics will ever find, once nobody writes to them any more: a last record goes to each
 * partition, and what comes before it has been decided, open transactions included.
 */
export async function settledRecords(
  scope: ContractScope,
  topics: readonly TopicSpec[],
): Promise<EventRecord[]> {
  const fence = `fence-${randomUUID()}`;
  await acknowledged(
    scope,
    topics.flatMap((topic) => lastRecords(topic, fence)),
  );
  const recorder = new Recorder();
  const names = topics.map(({ name }) => name);
  const subscription = await scope.subscribe(
    { group: scope.group(), topics: names, from: 'earliest' },
    recorder.handler,
  );
  const fences = topics.reduce((total, { partitions }) => total + partitions, 0);
  const isFence = ({ value }: EventRecord) => String(value) === fence;
  const places = () =>
    recorder.records.filter(isFence).map((record) => `${record.topic}/${record.partition}`);
  await until('the last record of each partition', () => new Set(places()).size >= fences);
  await subscription.close();
  return recorder.records.filter((record) => !isFence(record));
}

/** Resolves once the group has handled all of the topic, whatever fails meanwhile. */
export function drained(scope: ContractScope, group: string, topic: TopicSpec): Promise<void> {
  return until(`${group} has handled everything`, async () => {
    const lags = await scope.bus.lag(group, [topic.name]).catch(() => undefined);
    return lags?.every(({ lag }) => lag === 0n) ?? false;
  });
}

function lastRecords({ name, partitions }: TopicSpec, value: string): OutgoingRecord[] {
  return Array.from({ length: partitions }, (_, partition) => ({
    topic: name,
    key: 'fence',
    value,
    partition,
  }));
}

/** A server that was away may refuse at first. */
function acknowledged(scope: ContractScope, records: readonly OutgoingRecord[]): Promise<void> {
  return until('an acknowledgement', () =>
    scope.bus.publish(records).then(
      () => true,
      () => false,
    ),
  );
}
