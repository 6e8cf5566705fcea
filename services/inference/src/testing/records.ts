import type { EventBatch, EventBus, EventRecord } from '@weir/platform';

type RecordParts = Partial<Omit<EventRecord, 'value'>> & { readonly value: Buffer | string | null };

/** A record of `urls.submitted` as a bus would hand it over. */
export function recordOf({ value, ...parts }: RecordParts): EventRecord {
  return {
    topic: 'urls.submitted',
    partition: 3,
    offset: 0n,
    key: null,
    headers: {},
    timestamp: 0,
    ...parts,
    value: typeof value === 'string' ? Buffer.from(value) : value,
  };
}

/** A batch of partition 3 of `urls.submitted`, at offsets from 0, with these values; what it publishes goes to `bus`. */
export function batchOf(
  values: readonly (Buffer | string | null)[],
  { bus, signal }: { readonly bus?: Pick<EventBus, 'publish'>; readonly signal?: AbortSignal } = {},
): EventBatch {
  const records = values.map((value, index) => recordOf({ value, offset: BigInt(index) }));
  return {
    topic: 'urls.submitted',
    partition: 3,
    records,
    highWatermark: BigInt(values.length),
    signal: signal ?? new AbortController().signal,
    publish: async (outgoing) => bus?.publish(outgoing),
    heartbeat: async () => undefined,
  };
}
