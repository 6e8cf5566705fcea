import { type EventRecord, REPLAY_OF } from '@weir/platform';

/** A record of `urls.rejected`, and what its headers say of the record that was refused. */
export interface Rejection {
  readonly record: EventRecord;
  /** The topic it came from. */
  readonly topic: string;
  /** `topic-partition-offset` of the record refused; of a replay refused again, of the first one. */
  readonly position: string;
  readonly error: string;
}

/** `undefined` where the headers do not say whence the record came: it cannot go back there. */
export function readRejection(record: EventRecord): Rejection | undefined {
  const { topic, partition, offset, error = '', [REPLAY_OF]: replayOf } = record.headers;
  if (topic === undefined || partition === undefined || offset === undefined) return undefined;
  return { record, topic, position: replayOf ?? `${topic}-${partition}-${offset}`, error };
}
