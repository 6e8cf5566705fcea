import type { TopicSpec } from '@weir/contracts';
import { expect } from 'vitest';
import type { EventBatch, EventRecord, OutgoingRecord } from '../../event-bus/event-bus.js';
import { type ContractScope, numbered, valuesOf } from './scope.js';

/** Records with keys, each key on one partition and each partition with several keys. Values are `partition:number`. */
export function keyed(topic: TopicSpec, from: number, count: number): OutgoingRecord[] {
  return Array.from({ length: topic.partitions }, (_, partition) =>
    numbered(topic, from, count, partition).map((record) => ({
      ...record,
      key: `${partition}-${Number(record.value) % 3}`,
      value: `${partition}:${record.value}`,
    })),
  ).flat();
}

/** One output for each record, with its key and its place in the input, which nothing else has. */
export function outputsOf({ records }: EventBatch, topic: TopicSpec): OutgoingRecord[] {
  return records.map(({ key, partition, offset }) => ({
    topic: topic.name,
    key,
    value: `${partition}:${offset}`,
  }));
}

/** Each of the first `count` records of each input partition led to one output, and those of a key came in order. */
export function expectEachOnce(
  outputs: readonly EventRecord[],
  { partitions }: TopicSpec,
  count: number,
): void {
  const all = Array.from({ length: partitions * count }, (_, index) => [
    Math.floor(index / count),
    index % count,
  ]);
  expect(valuesOf(outputs).toSorted()).toEqual(
    all.map(([partition, offset]) => `${partition}:${offset}`).toSorted(),
  );
  const keys = new Set(outputs.map(({ key }) => String(key)));
  for (const key of keys) {
    const offsets = outputs
      .filter((record) => String(record.key) === key)
      .map(({ value }) => Number(String(value).split(':')[1]));
    expect(offsets).toEqual(offsets.toSorted((left, right) => left - right));
  }
}

/** Topics to read from and to write to, and a group. */
export async function pipeline(scope: ContractScope, partitions: number) {
  const input = await scope.topic({ partitions });
  const output = await scope.topic({ partitions });
  const options = {
    group: scope.group(),
    topics: [input.name],
    from: 'earliest',
    delivery: 'exactly-once',
  } as const;
  return { input, output, options };
}
