import type {
  Assignment,
  Cluster,
  Consumer,
  ConsumerGroupJoinEvent,
  EachBatchPayload,
  PartitionAssigner,
} from 'kafkajs';
import { endsWithin, pause } from '../../backoff/backoff.js';
import type { KafkaBusOptions } from '../../brokers/kafka-options.js';
import { DEFAULT_SESSION_TIMEOUT_MS } from '../../brokers/kafka-options.js';
import { CLIENT_RETRY, kafkaClient } from '../client/kafka-client.js';
import { WHOLE_BATCHES_RACK } from '../client/kafkajs-records.js';
import { leaveForFormer } from './former-member.js';
import type { LaneBoard } from './lane-board.js';
import type { PartitionLane } from './partition-lane.js';
import { subscriptionAssigner } from './subscription-assigner.js';

/** A fetch waits this long at the broker; a consumer that stops waits for its open fetch. */
const FETCH_WAIT_MS = 250;
const REBALANCE_TIMEOUT_MS = 60_000;
/** kafkajs fetches nothing while a batch is in hand; after this long the batch goes on beside the fetching. */
const HOLD_MS = 1_000;
/** A member learns of a rebalance by its heartbeat: as long as this, a new member waits for the others. */
const HEARTBEAT_MS = 1_000;
const DISCONNECT_TIMEOUT_MS = 15_000;
/** A broker that answers lets a member go at once. One that hangs must not outlast the process's grace period. */
const LAST_DISCONNECT_TIMEOUT_MS = 3_000;
/** kafkajs tells of a disconnect just before it tells of the crash behind it. */
const CRASH_DELAY_MS = 100;
/**
 * About 17 s, for a broker that restarts: a consumer that lasts keeps its member id. A new one would wait until the
 * group has given the old one up.
 */
const MEMBER_RETRY = { ...CLIENT_RETRY, retries: 12 };
const WATCH_MS = 5_000;

export interface SessionSettings {
  readonly options: KafkaBusOptions;
  readonly group: string;
  readonly topics: readonly string[];
  readonly concurrency: number;
  readonly board: LaneBoard;
  /** Fixes where new partitions begin, before they are read. Absent where they begin at the earliest record. */
  readonly fixStart: ((lanes: readonly PartitionLane[], consumer: Consumer) => Promise<void>) | undefined;
  /** The member id of a session before this one that ended without leaving the group. */
  readonly former: string | undefined;
  readonly onJoined: () => void;
  readonly onRebalancing: () => void;
  readonly closing: () => boolean;
}

/** The life of one kafkajs consumer, from its connection to its crash or its stop. It is never started again. */
export class ConsumerSession {
  readonly #consumer: Consumer;
  readonly #ended: Promise<unknown>;
  #end: (reason: unknown) => void = () => {};
  #over = false;
  #memberId: string | undefined;
  #cluster: Cluster | undefined;
  #lastSign = Date.now();
  #started: Promise<void> = Promise.resolve();

  constructor(private readonly settings: SessionSettings) {
    const { options, group, board } = settings;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const sessionTimeout = options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS;
    this.#consumer = kafkaClient(options, MEMBER_RETRY).consumer({
      groupId: group,
      partitionAssigners: [this.#assigner(board)],
      sessionTimeout,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: Math.min(HEARTBEAT_MS, Math.floor(sessionTimeout / 3)),
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      rackId: WHOLE_BATCHES_RACK,
      // The subscription begins a new session itself: kafkajs does so after some errors only.
      retry: { ...MEMBER_RETRY, restartOnFailure: async () => false },
    });
    this.#listen();
  }

  get memberId(): string | undefined {
    return this.#memberId;
  }

  /** Resolves when the session is over, to the reason; everything it held is revoked then. */
  async run(): Promise<unknown> {
    const watch = setInterval(() => this.#watch(), WATCH_MS);
    watch.unref();
    this.#started = this.#start();
    this.#started.catch((error: unknown) => this.#end(error));
    const reason = await this.#ended;
    this.#over = true;
    clearInterval(watch);
    this.settings.board.assign({});
    await this.#disconnect();
    return reason;
  }

  /** Fetches nothing more; what is in hand goes on. */
  pauseAll(): void {
    try {
      for (const { topic, partition } of this.settings.board.lanes)
        this.#consumer.pause([{ topic, partitions: [partition] }]);
    } catch {
      // Not running: nothing is fetched.
    }
  }

  /** Leaves the group. */
  stop(): void {
    this.#end(undefined);
  }

  async #start(): Promise<void> {
    const { topics, concurrency, group, former } = this.settings;
    await this.#consumer.connect();
    // Always from the beginning: an offset that retention deleted must lead to the oldest record, not past all others.
    await this.#consumer.subscribe({ topics: [...topics], fromBeginning: true });
    if (former !== undefined && this.#cluster !== undefined)
      await leaveForFormer(this.#cluster, group, former);
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch: (payload) => this.#eachBatch(payload),
    });
  }

  /** kafkajs gives its view of the cluster to assigners, and to nobody else. */
  #assigner(board: LaneBoard): PartitionAssigner {
    return (config) => {
      this.#cluster = config.cluster;
      return subscriptionAssigner(() => heldBy(board))(config);
    };
  }

  #listen(): void {
    const { GROUP_JOIN, CRASH, REBALANCING, FETCH_START, FETCH, HEARTBEAT, DISCONNECT } =
      this.#consumer.events;
    this.#consumer.on(GROUP_JOIN, (event) => this.#joined(event));
    this.#consumer.on(CRASH, ({ payload }) => this.#end(payload.error));
    this.#consumer.on(DISCONNECT, () => {
      setTimeout(() => this.#end(new Error('the consumer disconnected')), CRASH_DELAY_MS).unref();
    });
    this.#consumer.on(REBALANCING, () => this.settings.onRebalancing());
    for (const sign of [FETCH_START, FETCH, HEARTBEAT] as const)
      this.#consumer.on(sign, () => {
        this.#lastSign = Date.now();
      });
  }

  #joined({ payload }: ConsumerGroupJoinEvent): void {
    if (this.#over) return;
    const { board, fixStart, onJoined } = this.settings;
    this.#lastSign = Date.now();
    const changes = [];
    // Under a new id this is a new member: what the old one held may have been with others in between.
    if (this.#memberId !== undefined && this.#memberId !== payload.memberId) changes.push(board.assign({}));
    this.#memberId = payload.memberId;
    changes.push(board.assign(payload.memberAssignment));
    // kafkajs keeps a partition paused over its revocation; it would come back, or be back already, and never be read.
    for (const lane of changes.flatMap(({ lost }) => lost)) this.#unpause(lane);
    const gained = changes.at(-1)?.gained ?? [];
    if (fixStart === undefined || gained.length === 0) {
      onJoined();
      return;
    }
    for (const lane of gained) this.#pause(lane);
    void this.#fixed(gained, fixStart).then((fixed) => fixed && onJoined());
  }

  async #fixed(
    gained: readonly PartitionLane[],
    fixStart: NonNullable<SessionSettings['fixStart']>,
  ): Promise<boolean> {
    await this.#started.catch(() => {});
    for (;;) {
      const held = gained.filter((lane) => this.#holds(lane));
      if (held.length === 0) return false;
      try {
        await fixStart(held, this.#consumer);
        for (const lane of held) this.#resume(lane);
        return true;
      } catch {
        await pause(500);
      }
    }
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const lane = this.settings.board.lane(topic, partition);
    if (lane === undefined || this.#over || this.settings.closing()) return;
    const busy = lane.working ? lane.idle : this.settings.board.leaving(topic, partition);
    if (busy !== undefined) {
      this.#pause(lane);
      void busy.then(() => this.#resume(lane));
      return;
    }
    const work = lane.handle(payload);
    if (!(await endsWithin(HOLD_MS, work))) {
      this.#pause(lane);
      void work.then((delayMs) => this.#resumeAfter(lane, delayMs));
      return;
    }
    const delayMs = await work;
    if (delayMs > 0) {
      this.#pause(lane);
      void this.#resumeAfter(lane, delayMs);
    }
  }

  async #resumeAfter(lane: PartitionLane, delayMs: number): Promise<void> {
    await pause(delayMs);
    this.#resume(lane);
  }

  #holds(lane: PartitionLane): boolean {
    return !this.#over && this.settings.board.lane(lane.topic, lane.partition) === lane;
  }

  /** Only while the partition is this lane's: nobody would resume it for the next one. */
  #pause(lane: PartitionLane): void {
    const { topic, partition } = lane;
    if (this.#holds(lane)) this.#consumer.pause([{ topic, partitions: [partition] }]);
  }

  /** A lane that is lost is resumed too: the next one of its partition begins unpaused. */
  #resume(lane: PartitionLane): void {
    const current = this.settings.board.lane(lane.topic, lane.partition);
    if (current === undefined || current === lane) this.#unpause(lane);
  }

  #unpause({ topic, partition }: PartitionLane): void {
    if (this.#over || this.settings.closing()) return;
    try {
      this.#consumer.resume([{ topic, partitions: [partition] }]);
    } catch {
      // The consumer stopped in between.
    }
  }

  /** A consumer that neither fetches nor beats for longer than any rebalance takes has died without saying so. */
  #watch(): void {
    const sessionTimeout = this.settings.options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS;
    const silence = Date.now() - this.#lastSign;
    if (silence > 2 * sessionTimeout + REBALANCE_TIMEOUT_MS)
      this.#end(new Error(`the consumer stalled: no sign of life for ${silence} ms`));
  }

  async #disconnect(): Promise<void> {
    const disconnected = this.#consumer.disconnect();
    disconnected.catch(() => {});
    const patience = this.settings.closing() ? LAST_DISCONNECT_TIMEOUT_MS : DISCONNECT_TIMEOUT_MS;
    await endsWithin(patience, disconnected);
    // A connection that was still being made is closed when it is.
    void this.#started.then(() => this.#consumer.disconnect()).catch(() => {});
  }
}

function heldBy(board: LaneBoard): Assignment {
  const held: Assignment = {};
  for (const { topic, partition } of board.lanes) held[topic] = [...(held[topic] ?? []), partition];
  return held;
}
