import type { Rejection } from './rejection.js';
import type { ReplayFilter } from './replay-arguments.js';

/** Why a record was not chosen. `topic`: it came from another; `headers`: they do not say whence it came. */
export type PassedOver = 'topic' | 'time' | 'error' | 'headers';

/** Whether a rejection is wanted, or what speaks against it first. */
export function judge(
  rejection: Rejection | undefined,
  { topic, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, error = '' }: ReplayFilter,
): PassedOver | 'chosen' {
  if (rejection === undefined) return 'headers';
  if (rejection.topic !== topic) return 'topic';
  const { timestamp } = rejection.record;
  if (timestamp < from || timestamp >= until) return 'time';
  return rejection.error.toLowerCase().includes(error) ? 'chosen' : 'error';
}

/** What a run has seen and done so far. */
export class Tally {
  read = 0;
  selected = 0;
  sent = 0;
  readonly passedOver = new Map<PassedOver, number>();
  /** Records chosen, by reason. */
  readonly chosen = new Map<string, number>();
  /** Records of other topics, by topic. */
  readonly elsewhere = new Map<string, number>();
  /** Milliseconds since the epoch, of the oldest and newest record chosen. */
  oldest = Number.POSITIVE_INFINITY;
  newest = Number.NEGATIVE_INFINITY;

  choose({ error, record }: Rejection): void {
    this.selected += 1;
    add(this.chosen, error);
    this.oldest = Math.min(this.oldest, record.timestamp);
    this.newest = Math.max(this.newest, record.timestamp);
  }

  passOver(why: PassedOver, rejection: Rejection | undefined): void {
    add(this.passedOver, why);
    if (why === 'topic' && rejection !== undefined) add(this.elsewhere, rejection.topic);
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
