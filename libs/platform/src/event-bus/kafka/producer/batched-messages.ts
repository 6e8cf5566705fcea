import type { TopicMessages } from 'kafkajs';
import type { EncodedRecord } from '../../records/encoding/record-slab.js';
import type { BatchMessage } from '../client/produce-request.js';
import type { Envelope, Place } from './send-planner.js';

/**
 * The sequence numbers of one producer's records, by partition. Kept here and not by kafkajs, which takes them back
 * after a send that failed, although the broker may have them.
 */
export class SequenceNumbers {
  readonly #next = new Map<Place, number>();

  of(place: Place): number {
    return this.#next.get(place) ?? 0;
  }

  /** The records were acknowledged. */
  advance(envelopes: readonly Envelope[]): void {
    for (const { place } of envelopes) this.#next.set(place, this.of(place) + 1);
  }
}

/**
 * A send as kafkajs takes it: one message for each partition, which carries a whole record batch. Once `givenUp` is
 * aborted none of its attempts is sent any more.
 */
export function batchedMessages(
  envelopes: readonly Envelope[],
  sequences: SequenceNumbers,
  givenUp?: AbortSignal,
): TopicMessages[] {
  const timestamp = Date.now();
  const topics = new Map<string, BatchMessage[]>();
  for (const [place, records] of byPlace(envelopes)) {
    const { topic, partition } = place;
    const contents = { records, timestamp, firstSequence: sequences.of(place), givenUp };
    const messages = topics.get(topic) ?? [];
    topics.set(topic, messages);
    messages.push({ value: null, partition, contents });
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

function byPlace(envelopes: readonly Envelope[]): Map<Place, EncodedRecord[]> {
  const places = new Map<Place, EncodedRecord[]>();
  for (const { place, record } of envelopes) {
    const records = places.get(place);
    if (records === undefined) places.set(place, [record]);
    else records.push(record);
  }
  return places;
}
