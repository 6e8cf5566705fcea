import type { AnsweredPart, AnsweredParts } from '../client/produce-response.js';
import { errorTypes } from '../kafka-errors.js';
import type { Envelope, Place } from './send-planner.js';

/** What one send gives a partition is one record batch; the broker's bound is 1 MiB by default. */
export const MAX_PARTITION_BYTES = 900 * 1024;
/** A topic's bound may have been raised again: after this long the default is tried once more. */
const FORGET_AFTER_MS = 600_000;

const TOO_LARGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];

interface LoweredBound {
  readonly bytes: number;
  readonly until: number;
}

/**
 * Bytes that a batch of a topic's records may have. A topic may take less than the broker; it says so only by refusing
 * what is too large, and then half of that is tried.
 */
export class BatchBounds {
  readonly #lowered = new Map<string, LoweredBound>();

  constructor(private readonly now: () => number = Date.now) {}

  of(topic: string): number {
    const lowered = this.#lowered.get(topic);
    if (lowered === undefined) return MAX_PARTITION_BYTES;
    if (lowered.until > this.now()) return lowered.bytes;
    this.#lowered.delete(topic);
    return MAX_PARTITION_BYTES;
  }

  /** True where a send was refused for its size and could go in smaller parts, for which the bounds are lowered. */
  lower(envelopes: readonly Envelope[], error: unknown): boolean {
    if (!errorTypes(error).some((type) => TOO_LARGE.includes(type))) return false;
    const smallest = new Map<string, number>();
    for (const [{ topic }, { records, bytes }] of refusedShares(envelopes, error))
      if (records > 1)
        smallest.set(topic, Math.min(Math.ceil(bytes / 2), smallest.get(topic) ?? this.of(topic)));
    const until = this.now() + FORGET_AFTER_MS;
    for (const [topic, bytes] of smallest) this.#lowered.set(topic, { bytes, until });
    return smallest.size > 0;
  }
}

/** Without what the answer that refused others says was written. */
export function notWritten(envelopes: readonly Envelope[], error: unknown): readonly Envelope[] {
  const written = new Set(partsOf(error)?.written.map(nameOf));
  return envelopes.filter(({ place }) => !written.has(nameOf(place)));
}

function refusedShares(
  envelopes: readonly Envelope[],
  error: unknown,
): Map<Place, { records: number; bytes: number }> {
  const parts = partsOf(error);
  const refused = parts && new Set(parts.refused.map(nameOf));
  const shares = new Map<Place, { records: number; bytes: number }>();
  for (const { place, bytes } of envelopes) {
    const share = shares.get(place);
    if (share !== undefined) {
      share.records += 1;
      share.bytes += bytes;
    } else if (refused === undefined || refused.has(nameOf(place))) shares.set(place, { records: 1, bytes });
  }
  return shares;
}

const nameOf = ({ topic, partition }: AnsweredPart): string => `${topic}/${partition}`;

/** kafkajs may wrap the error it was given. */
function partsOf(error: unknown): AnsweredParts | undefined {
  for (let each = error; typeof each === 'object' && each !== null; each = (each as Error).cause)
    if ('refused' in each && 'written' in each) return each as AnsweredParts;
  return undefined;
}
