import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import { FetchedRecords } from '../../records/decoding/fetched-records.js';
import type { BrokerAddress } from '../platformatic-options.js';
import { errorName } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import type { Links } from '../wire/links.js';
import { type FetchPosition, fetchRecords, type PartitionAnswer } from './fetch-answer.js';
import { logOffset } from './group-offsets.js';
import type { LaneBoard } from './lane-board.js';
import type { PartitionLane } from './partition-lane.js';

/** A broker without news answers after this long, and so does one with news for partitions that were not asked for. */
const IDLE_WAIT_MS = 250;
const FULL_WAIT_MS = 10;
const MAX_PARTITION_BYTES = 1024 * 1024;
const MAX_FETCH_BYTES = 8 * 1024 * 1024;
/** A lane that has so much takes no more. */
const ENOUGH_BYTES = 512 * 1024;
/** All lanes together; a last fetch may go beyond by its own bound. */
const MAX_BUFFERED_BYTES = 32 * 1024 * 1024;
const RETRY: Backoff = { initialMs: 50, maxMs: 2_000 };

export interface FetcherSettings {
  readonly cluster: Cluster;
  readonly links: Links;
  readonly board: LaneBoard;
  readonly closing: AbortSignal;
}

/** Fetches for the lanes of a board, ahead of their handlers: one request at a time to each broker that leads some. */
export class Fetcher {
  readonly #fetching = new Set<string>();
  /** Fetches in a row that failed, by broker. */
  readonly #failures = new Map<string, number>();
  #woken = false;
  #turn = 0;

  constructor(private readonly settings: FetcherSettings) {}

  /** Some lane wants records. */
  wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    queueMicrotask(() => {
      this.#woken = false;
      if (!this.settings.closing.aborted) this.#dispatch();
    });
  }

  #dispatch(): void {
    const { board, cluster } = this.settings;
    const lanes = board.lanes.filter(({ fetchAt }) => fetchAt !== undefined);
    let buffered = 0;
    for (const lane of lanes) buffered += lane.bufferedBytes;
    if (buffered > MAX_BUFFERED_BYTES) return;
    const wanted = new Map<string, { broker: BrokerAddress; lanes: PartitionLane[]; full: boolean }>();
    const leaderless = new Set<string>();
    for (const lane of lanes) {
      const broker = cluster.leader(lane.topic, lane.partition);
      if (broker === undefined) {
        leaderless.add(lane.topic);
        continue;
      }
      const key = `${broker.host}:${broker.port}`;
      if (this.#fetching.has(key)) continue;
      const plan = wanted.get(key) ?? { broker, lanes: [], full: false };
      if (lane.bufferedBytes < ENOUGH_BYTES) plan.lanes.push(lane);
      else plan.full = true;
      wanted.set(key, plan);
    }
    for (const [key, plan] of wanted)
      if (plan.lanes.length > 0) void this.#fetch(key, plan.broker, plan.lanes, plan.full);
    if (leaderless.size > 0) void this.#findLeaders([...leaderless]);
  }

  async #fetch(
    key: string,
    broker: BrokerAddress,
    lanes: readonly PartitionLane[],
    full: boolean,
  ): Promise<void> {
    this.#fetching.add(key);
    const failed = await this.#attempt(broker, this.#positions(lanes), full);
    if (failed.size === 0) this.#failures.delete(key);
    else {
      const failures = (this.#failures.get(key) ?? 0) + 1;
      this.#failures.set(key, failures);
      await this.#refresh([...failed]);
      await pause(backoffDelay(RETRY, failures), this.settings.closing);
    }
    this.#fetching.delete(key);
    this.wake();
  }

  /** Brokers fill an answer in the order asked for: each partition comes first in turn. */
  #positions(lanes: readonly PartitionLane[]): FetchPosition[] {
    const first = this.#turn++ % lanes.length;
    return [...lanes.slice(first), ...lanes.slice(0, first)].map(({ topic, partition, fetchAt }) => ({
      topic,
      partition,
      offset: fetchAt ?? 0,
    }));
  }

  /** Returns the topics whose leaders have to be asked for again. */
  async #attempt(
    broker: BrokerAddress,
    positions: readonly FetchPosition[],
    full: boolean,
  ): Promise<Set<string>> {
    const settings = {
      waitMs: full ? FULL_WAIT_MS : IDLE_WAIT_MS,
      maxBytes: MAX_FETCH_BYTES,
      maxPartitionBytes: MAX_PARTITION_BYTES,
    };
    const failed = new Set<string>();
    const asked = new Map(positions.map((each) => [`${each.topic}/${each.partition}`, each.offset]));
    try {
      const answers = await this.settings.links.call(broker, fetchRecords, settings, positions);
      const bytes = answers.reduce((sum, { data }) => sum + data.length, 0);
      for (const answer of answers) {
        const offset = asked.get(`${answer.topic}/${answer.partition}`);
        if (offset !== undefined && !(await this.#deliver(answer, offset, bytes))) failed.add(answer.topic);
      }
    } catch {
      for (const { topic } of positions) failed.add(topic);
    }
    return failed;
  }

  /** False where the broker could not give the partition. */
  async #deliver(answer: PartitionAnswer, offset: number, bytes: number): Promise<boolean> {
    const lane = this.settings.board.lane(answer.topic, answer.partition);
    if (lane === undefined || lane.fetchAt !== offset) return true;
    if (answer.errorCode !== 0) return this.#failed(lane, offset, errorName(answer.errorCode));
    if (answer.data.length === 0) return true;
    // A slow partition must not hold the memory of all that came with it.
    const data = answer.data.length * 2 > bytes ? answer.data : Buffer.from(answer.data);
    const fetched = new FetchedRecords(lane, data, offset, answer.aborted, answer.highWatermark);
    if (fetched.end > offset) lane.deliver(fetched);
    return true;
  }

  /** Retention deleted the records at the offset: the lane goes on at the oldest that is left. */
  async #failed(lane: PartitionLane, offset: number, error: string): Promise<boolean> {
    if (error !== 'OFFSET_OUT_OF_RANGE') return false;
    const { cluster, links } = this.settings;
    const oldest = await logOffset(cluster, links, lane.topic, lane.partition, 'earliest');
    if (lane.fetchAt === offset) lane.continueAt(oldest);
    return true;
  }

  async #findLeaders(topics: readonly string[]): Promise<void> {
    await this.#refresh(topics);
    await pause(backoffDelay(RETRY, 2), this.settings.closing);
    this.wake();
  }

  async #refresh(topics: readonly string[]): Promise<void> {
    await this.settings.cluster.refresh(topics).catch(() => {});
  }
}
