import { type EventRecord, REPLAY_OF } from '@weir/platform';

/** A topic's name, a partition and an offset; nothing else may become an id. */
const POSITION = /^[a-zA-Z0-9._-]{1,200}-\d{1,10}-\d{1,19}$/;

/** The place a record was first read at: of a replay the one it is a replay of, so that both get the same id. */
export function firstPositionOf({ topic, partition, offset, headers }: EventRecord): string {
  const original = headers[REPLAY_OF];
  return original !== undefined && POSITION.test(original) ? original : `${topic}-${partition}-${offset}`;
}
