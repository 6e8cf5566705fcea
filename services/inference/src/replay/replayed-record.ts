import { type OutgoingRecord, REPLAY_OF } from '@weir/platform';
import type { Rejection } from './rejection.js';

/** The record as it was first published, byte for byte, with a header that says of what it is a replay. */
export function replayedRecord({ record, topic, position }: Rejection): OutgoingRecord {
  const { 'content-type': contentType, traceparent } = record.headers;
  return {
    topic,
    key: record.key,
    value: record.value,
    headers: {
      [REPLAY_OF]: position,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}
