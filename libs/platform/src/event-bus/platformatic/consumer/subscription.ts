import { isWeirError } from '../../../errors/index.js';
import { endsWithin, pause } from '../../backoff/backoff.js';
import { announceStatus, type SubscriptionState } from '../../brokers/kafka-channels.js';
import {
  DEFAULT_DRAIN_TIMEOUT_MS,
  DEFAULT_RETRY_INITIAL_MS,
  DEFAULT_RETRY_MAX_MS,
  DEFAULT_SESSION_TIMEOUT_MS,
} from '../../brokers/kafka-options.js';
import type { BatchHandler, OutgoingRecord, SubscribeOptions, Subscription } from '../../event-bus.js';
import { Permits } from '../../permits/permits.js';
import { AtLeastOnce } from '../delivery/at-least-once.js';
import { ExactlyOnce } from '../delivery/exactly-once.js';
import type { LaneDelivery } from '../delivery/lane-delivery.js';
import type { PlatformaticBusOptions } from '../platformatic-options.js';
import type { Addresser } from '../producer/addresser.js';
import { TopicDirectory } from '../producer/topic-directory.js';
import type { Cluster } from '../wire/cluster.js';
import { Coordinator } from '../wire/coordinator.js';
import { Links } from '../wire/links.js';
import { Fetcher } from './fetcher.js';
import type { LogPlace } from './group-offsets.js';
import type { Assignment } from './group-protocol.js';
import { LaneBoard } from './lane-board.js';
import { GroupMembership } from './membership.js';
import { type CommitPlace, OffsetCommitter } from './offset-committer.js';

const DEFAULT_MAX_BATCH_RECORDS = 2_000;
const DEFAULT_MAX_BATCH_BYTES = 1024 * 1024;
const DEFAULT_CONCURRENCY = 4;
/** `subscribe` waits this long for the group; after that the subscription goes on trying in the background. */
const FIRST_JOIN_MS = 15_000;
const ABORT_GRACE_MS = 10_000;

export interface SubscriptionSettings {
  readonly options: PlatformaticBusOptions;
  readonly request: SubscribeOptions;
  readonly handler: BatchHandler;
  readonly cluster: Cluster;
  readonly addresser: Addresser;
  readonly publish: (records: readonly OutgoingRecord[]) => Promise<void>;
}

/** A membership with its lanes, its fetches and its commits, until it is closed. */
export class PlatformaticSubscription implements Subscription {
  readonly #closing = new AbortController();
  readonly #links: Links;
  readonly #fetchLinks: Links;
  readonly #coordinator: Coordinator;
  readonly #committer: OffsetCommitter;
  readonly #board: LaneBoard;
  readonly #fetcher: Fetcher;
  readonly #membership: GroupMembership;
  readonly #joined: Promise<void>;
  /** Partitions of each topic when the group last shared them out. */
  readonly #partitionsKnown = new Map<string, number>();
  #tellJoined: () => void = () => {};
  #life: Promise<void> = Promise.resolve();
  #closed: Promise<void> | undefined;

  constructor(private readonly settings: SubscriptionSettings) {
    const { options, request, cluster } = settings;
    this.#joined = new Promise((resolve) => {
      this.#tellJoined = resolve;
    });
    this.#links = new Links(options);
    this.#fetchLinks = new Links(options);
    this.#coordinator = new Coordinator(cluster, 'group', request.group);
    this.#membership = this.#member();
    this.#committer = new OffsetCommitter({
      group: request.group,
      coordinator: this.#coordinator,
      links: this.#links,
      identity: () => this.#membership.identity,
    });
    this.#board = this.#lanes();
    this.#fetcher = new Fetcher({
      cluster,
      links: this.#fetchLinks,
      board: this.#board,
      closing: this.#closing.signal,
    });
  }

  /** Resolves once the group is joined, or after 15 s without it. Rejects with WEIR_TOPIC_MISSING. */
  async start(): Promise<void> {
    this.#say('connecting');
    const begun = this.#begin();
    begun.catch(() => {});
    try {
      await Promise.race([begun.then(() => this.#joined), pause(FIRST_JOIN_MS, this.#closing.signal)]);
    } catch (error) {
      this.#closing.abort();
      throw error;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#drain();
    return this.#closed;
  }

  /** Waits for the topics as long as the brokers are away; where one does not exist, there is nothing to wait for. */
  async #begin(): Promise<void> {
    const topics = new TopicDirectory(this.settings.cluster, FIRST_JOIN_MS);
    while (!this.#closing.signal.aborted) {
      try {
        await topics.learn(this.settings.request.topics);
        this.#life = this.#membership.run();
        return;
      } catch (error) {
        this.#say('crashed', error);
        if (isWeirError(error, 'WEIR_TOPIC_MISSING')) throw error;
      }
    }
  }

  #member(): GroupMembership {
    const { options, request, cluster } = this.settings;
    return new GroupMembership({
      options,
      cluster,
      coordinator: this.#coordinator,
      group: request.group,
      topics: request.topics,
      sessionTimeoutMs: options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
      held: () => this.#board.held,
      onAssigned: (assignment) => this.#assigned(assignment),
      onLost: () => this.#board.assign({}),
      onRebalancing: () => this.#say('rebalancing'),
      onCrashed: (error) => this.#say('crashed', error),
      onRecovered: () => this.#say('joined'),
    });
  }

  #lanes(): LaneBoard {
    const { options, request, handler } = this.settings;
    return new LaneBoard({
      group: request.group,
      handler,
      bound: {
        records: request.maxBatchRecords ?? DEFAULT_MAX_BATCH_RECORDS,
        bytes: request.maxBatchBytes ?? DEFAULT_MAX_BATCH_BYTES,
      },
      backoff: {
        initialMs: options.retryInitialMs ?? DEFAULT_RETRY_INITIAL_MS,
        maxMs: options.retryMaxMs ?? DEFAULT_RETRY_MAX_MS,
      },
      permits: new Permits(request.concurrency ?? DEFAULT_CONCURRENCY),
      closing: this.#closing.signal,
      delivery: (place) => this.#delivery(place),
      hungry: () => this.#fetcher.wake(),
    });
  }

  #delivery(place: CommitPlace): LaneDelivery {
    const { options, request, cluster, addresser, publish } = this.settings;
    const position = {
      group: request.group,
      from: this.#startOf(place),
      cluster,
      coordinator: this.#coordinator,
      links: this.#links,
      committer: this.#committer,
    };
    return request.delivery === 'exactly-once'
      ? new ExactlyOnce({ options, position, addresser, membership: this.#membership }, place)
      : new AtLeastOnce(position, place, publish);
  }

  /** A partition that is new to a topic the group reads has no past that could be passed over. */
  #startOf({ topic, partition }: CommitPlace): LogPlace {
    const known = this.#partitionsKnown.get(topic) ?? Number.POSITIVE_INFINITY;
    return partition < known ? this.settings.request.from : 'earliest';
  }

  #assigned(assignment: Assignment): void {
    const gained = this.#board.assign(assignment);
    for (const topic of this.settings.request.topics) {
      const partitions = this.settings.cluster.topic(topic)?.leaders.length;
      if (partitions !== undefined) this.#partitionsKnown.set(topic, partitions);
    }
    // Whoever waits for the subscription counts on what is published from now on.
    void Promise.all(gained.map((lane) => lane.started)).then(() => this.#onJoined());
  }

  #onJoined(): void {
    if (this.#closing.signal.aborted) return;
    this.#say('joined');
    this.#tellJoined();
  }

  /** Lets the handlers finish, then asks them to, then leaves without them; what is done is committed before. */
  async #drain(): Promise<void> {
    this.#closing.abort();
    this.#say('draining');
    const { lanes } = this.#board;
    const ended = this.#board.ended();
    if (!(await endsWithin(this.settings.options.drainTimeoutMs ?? DEFAULT_DRAIN_TIMEOUT_MS, ended))) {
      for (const lane of lanes) lane.abort();
      await endsWithin(ABORT_GRACE_MS, ended);
    }
    await this.#membership.leave();
    this.#board.assign({});
    await this.#life;
    this.#fetchLinks.close();
    this.#links.close();
    this.#say('closed');
  }

  #say(state: SubscriptionState, error?: unknown): void {
    const { group, topics } = this.settings.request;
    const status = { group, topics, state, ...(error === undefined ? {} : { error }) };
    announceStatus(status);
    this.settings.options.onStatus?.(status);
  }
}
