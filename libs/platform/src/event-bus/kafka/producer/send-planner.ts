import type { EncodedRecord } from '../../records/encoding/record-slab.js';
import { RECORD_OVERHEAD } from '../../records/record-batch.js';
import type { BatchBounds } from './batch-bounds.js';

/** A broker takes requests up to 100 MiB; smaller ones keep memory and pauses small. */
const MAX_SEND_BYTES = 8 * 1024 * 1024;
const MAX_SEND_RECORDS = 20_000;
/** A send of this size gains nothing by more; what waits goes with the next, while its callers work on. */
const ENOUGH_RECORDS = 1_000;

/** A partition of a topic. There is one object for each, so that it can be compared and be a key. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/** A record on its way, with the partition it will keep over all attempts. */
export interface Envelope {
  readonly place: Place;
  readonly record: EncodedRecord;
  readonly bytes: number;
}

/** One call of `publish`: its records, of which the first `acknowledged` are written. */
export interface PublishJob {
  envelopes: readonly Envelope[];
  acknowledged: number;
  /** Its records go in sends of their own, since one it shared with others was refused. */
  alone: boolean;
}

/** Bytes for a partition of a topic in one send. */
type Bounds = Pick<BatchBounds, 'of'>;

/** A send: the next records of some jobs, in order. */
export interface SendPlan<Job extends PublishJob> {
  readonly envelopes: Envelope[];
  readonly shares: { readonly job: Job; readonly records: number }[];
}

export function envelope(record: EncodedRecord, place: Place): Envelope {
  return { place, record, bytes: RECORD_OVERHEAD + record.end - record.start };
}

/** Fills the next send from the head of the queue: many small publishes share one, a large record goes alone. */
export function planSend<Job extends PublishJob>(queue: readonly Job[], bounds: Bounds): SendPlan<Job> {
  const plan: SendPlan<Job> = { envelopes: [], shares: [] };
  const room = new SendRoom(bounds);
  for (const job of queue) {
    if (plan.envelopes.length >= ENOUGH_RECORDS || (job.alone && plan.envelopes.length > 0)) break;
    const records = fill(job, room, plan.envelopes);
    if (records > 0) plan.shares.push({ job, records });
    if (job.alone || job.acknowledged + records < job.envelopes.length) break;
  }
  return plan;
}

/** Some records in as many sends as their bounds ask for, in order. */
export function cutIntoSends(envelopes: readonly Envelope[], bounds: Bounds): Envelope[][] {
  const job: PublishJob = { envelopes, acknowledged: 0, alone: false };
  const sends: Envelope[][] = [];
  while (job.acknowledged < envelopes.length) {
    const plan = planSend([job], bounds);
    sends.push(plan.envelopes);
    job.acknowledged += plan.envelopes.length;
  }
  return sends;
}

function fill(job: PublishJob, room: SendRoom, target: Envelope[]): number {
  let records = 0;
  for (let at = job.acknowledged; at < job.envelopes.length; at += 1) {
    const next = job.envelopes[at];
    if (next === undefined || !room.take(next)) break;
    target.push(next);
    records += 1;
  }
  return records;
}

class SendRoom {
  readonly #byPlace = new Map<Place, number>();
  #bytes = 0;
  #records = 0;
  #full = false;

  constructor(private readonly bounds: Bounds) {}

  take({ place, bytes }: Envelope): boolean {
    const bound = this.bounds.of(place.topic);
    const share = (this.#byPlace.get(place) ?? 0) + bytes;
    const fits =
      !this.#full &&
      share <= bound &&
      this.#bytes + bytes <= MAX_SEND_BYTES &&
      this.#records < MAX_SEND_RECORDS;
    const tooLarge = bytes > bound;
    if (!fits && !(tooLarge && this.#records === 0)) return false;
    this.#full = tooLarge;
    this.#byPlace.set(place, share);
    this.#bytes += bytes;
    this.#records += 1;
    return true;
  }
}
