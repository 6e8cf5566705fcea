import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { UrlVerdict } from '@weir/contracts';
import { invalidRequest, issue } from '../http/request-validation.js';
import type { RecentVerdictsQuery } from './feed-requests.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictFeed } from './verdict-feed.js';
import { verdictBits, verdictTest } from './verdict-filter.js';

const DEFAULT_LIMIT = 50;
/** Looked into before other requests have their turn. */
const AT_ONCE = 500;

export interface VerdictPage {
  readonly verdicts: UrlVerdict[];
  readonly next: string | null;
}

/** The verdicts that the feed holds. */
@Injectable()
export class RecentVerdicts {
  /** Sequence by id of what was looked through; made only when somebody asks. */
  readonly #byId = new Map<string, number>();
  #indexed = 0;

  constructor(private readonly feed: VerdictFeed) {}

  /** Newest first. The cursor is the last verdict's place in the topic; once that is gone, so is what lies before it. */
  async list(query: RecentVerdictsQuery): Promise<VerdictPage> {
    const { ring } = this.feed.log;
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const bits = verdictBits(query.verdict);
    const test = verdictTest(query);
    const verdicts: UrlVerdict[] = [];
    let last = -1;
    let looked = 0;
    for (let sequence = this.#start(cursor); sequence >= ring.first; sequence -= 1) {
      if (((bits >> ring.verdictAt(sequence)) & 1) === 0) continue;
      if (++looked % AT_ONCE === 0) await nextTurn();
      const verdict = this.#at(sequence);
      if (verdict === undefined || test?.(verdict) === false) continue;
      if (verdicts.length === limit) return { verdicts, next: this.#cursorOf(last) };
      verdicts.push(verdict);
      last = sequence;
    }
    return { verdicts, next: null };
  }

  /** The newest verdict with this id; undefined where none is held. */
  get(id: string): UrlVerdict | undefined {
    this.#index();
    const sequence = this.#byId.get(id);
    return sequence === undefined ? undefined : this.#at(sequence);
  }

  /** Undefined once it is no longer held. */
  #at(sequence: number): UrlVerdict | undefined {
    const { ring } = this.feed.log;
    if (sequence < ring.first) return undefined;
    try {
      return JSON.parse(String(ring.bytesAt(sequence))) as UrlVerdict;
    } catch {
      return undefined;
    }
  }

  /** Where to look first: the newest, or the one before the cursor's. */
  #start(cursor: string | undefined): number {
    const { ring } = this.feed.log;
    if (cursor === undefined) return ring.end - 1;
    const place = StreamPositions.parse(cursor);
    if (place?.partitions !== 2)
      throw invalidRequest([issue('cursor', 'isCursor', 'cursor is not one of this list')]);
    for (let sequence = ring.end - 1; sequence >= ring.first; sequence -= 1)
      if (ring.offsetAt(sequence) === place.of(1) && ring.partitionAt(sequence) === place.of(0))
        return sequence - 1;
    return -1;
  }

  /** Good on any replica: the partition and the offset, written as positions are. */
  #cursorOf(sequence: number): string | null {
    const { ring } = this.feed.log;
    if (sequence < ring.first) return null;
    return new StreamPositions([ring.partitionAt(sequence), ring.offsetAt(sequence)]).toString();
  }

  #index(): void {
    const { ring } = this.feed.log;
    if (this.#byId.size > 2 * ring.capacity) this.#forgetGone();
    for (let sequence = Math.max(this.#indexed, ring.first); sequence < ring.end; sequence += 1) {
      const id = this.#at(sequence)?.id;
      if (id !== undefined) this.#byId.set(id, sequence);
    }
    this.#indexed = ring.end;
  }

  #forgetGone(): void {
    const { ring } = this.feed.log;
    for (const [id, sequence] of this.#byId) if (sequence < ring.first) this.#byId.delete(id);
  }
}
