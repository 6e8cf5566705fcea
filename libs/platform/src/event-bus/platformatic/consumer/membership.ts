import { heartbeatV4, joinGroupV7, leaveGroupV4, syncGroupV5 } from '@platformatic/kafka';
import { type Backoff, backoffDelay, endsWithin, pause } from '../../backoff/backoff.js';
import { assignPartitions } from '../../brokers/partition-assignment.js';
import type { PlatformaticBusOptions } from '../platformatic-options.js';
import { answerOf, hasError, isCoordinatorLost } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import type { Coordinator } from '../wire/coordinator.js';
import { Links } from '../wire/links.js';
import {
  ASSIGNER,
  type Assignment,
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
  PROTOCOL_TYPE,
} from './group-protocol.js';

const REBALANCE_TIMEOUT_MS = 60_000;
/** A member learns of a rebalance by its heartbeat: as long as this, a new member waits for the others. */
const HEARTBEAT_MS = 1_000;
const LEAVE_TIMEOUT_MS = 5_000;
/** The leader looks this often whether topics have grown. */
const TOPIC_CHECK_MS = 10_000;
/** A join waits at the broker for the other members, no longer than the rebalance may take. */
const JOIN_TIMEOUT_MS = REBALANCE_TIMEOUT_MS + 5_000;
const RETRY: Backoff = { initialMs: 100, maxMs: 2_000 };
/** Failures in a row after which the membership counts as crashed. */
const CRASH_AFTER = 3;

export interface MembershipSettings {
  readonly options: PlatformaticBusOptions;
  readonly cluster: Cluster;
  readonly coordinator: Coordinator;
  readonly group: string;
  readonly topics: readonly string[];
  readonly sessionTimeoutMs: number;
  /** What the member holds now. */
  readonly held: () => Assignment;
  /** Called in the moment in which the member's new generation counts. */
  readonly onAssigned: (assignment: Assignment) => void;
  /** The partitions may be others' by now. */
  readonly onLost: () => void;
  readonly onRebalancing: () => void;
  readonly onCrashed: (error: unknown) => void;
  readonly onRecovered: () => void;
}

/** Who commits: a coordinator refuses members of generations gone by. */
export interface MemberIdentity {
  readonly memberId: string;
  readonly generationId: number;
}

type JoinAnswer = joinGroupV7.JoinGroupResponse;

/** One member of a consumer group, from its first join until it is stopped: it comes back by itself after every failure. */
export class GroupMembership {
  readonly #links: Links;
  readonly #stop = new AbortController();
  #memberId = '';
  #generationId = -1;
  /** When the last request was made that the coordinator has confirmed the membership with. */
  #lastSign = Date.now();
  #expiry: NodeJS.Timeout | undefined;
  #failures = 0;
  #lost = true;
  /** Partitions of each topic when the leader shared them out; of members that do not lead: `undefined`. */
  #shared: ReadonlyMap<string, number> | undefined;
  #checkedTopics = Date.now();

  constructor(private readonly settings: MembershipSettings) {
    this.#links = new Links(settings.options, JOIN_TIMEOUT_MS);
  }

  get identity(): MemberIdentity {
    return { memberId: this.#memberId, generationId: this.#generationId };
  }

  /** Runs until `leave`. Never rejects. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      try {
        if (this.#lost || this.#generationId < 0) await this.#join();
        await this.#beat();
      } catch (error) {
        if (!this.#stopped) await this.#recover(error);
      }
    }
  }

  /** Leaves the group, so that others get the partitions at once. */
  async leave(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#expiry);
    if (this.#memberId !== '') {
      const links = new Links(this.settings.options);
      const { coordinator, group } = this.settings;
      const leaving = coordinator.call(links, leaveGroupV4.api, group, [{ memberId: this.#memberId }]);
      leaving.catch(() => {});
      await endsWithin(LEAVE_TIMEOUT_MS, leaving);
      links.close();
    }
    this.#links.close();
  }

  /** Resolves when the coordinator has confirmed the membership after now; rejects where it did not. */
  async confirm(): Promise<void> {
    const { coordinator, group } = this.settings;
    const { memberId, generationId } = this.identity;
    await coordinator.call(this.#links, heartbeatV4.api, group, generationId, memberId, null);
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #join(): Promise<void> {
    // While a join waits, the member counts as alive.
    clearTimeout(this.#expiry);
    const { coordinator, group, topics, held, sessionTimeoutMs } = this.settings;
    const joined = await coordinator.call(
      this.#links,
      joinGroupV7.api,
      group,
      sessionTimeoutMs,
      REBALANCE_TIMEOUT_MS,
      this.#memberId,
      null,
      PROTOCOL_TYPE,
      [{ name: ASSIGNER, metadata: encodeSubscription({ topics, held: held() }) }],
      'weir',
    );
    this.#memberId = joined.memberId ?? '';
    const shares = joined.leader === joined.memberId ? await this.#share(joined) : [];
    const asked = Date.now();
    const synced = await coordinator.call(
      this.#links,
      syncGroupV5.api,
      group,
      joined.generationId,
      this.#memberId,
      null,
      PROTOCOL_TYPE,
      ASSIGNER,
      shares,
    );
    if (this.#stopped) return;
    this.#lost = false;
    this.#generationId = joined.generationId;
    this.#sign(asked);
    this.settings.onAssigned(decodeAssignment(synced.assignment));
  }

  /** Called on the leader: shares the partitions out among the members. */
  async #share({ members }: JoinAnswer): Promise<{ memberId: string; assignment: Buffer }[]> {
    const views = members.map(({ memberId, metadata }) => ({ memberId, ...decodeSubscription(metadata) }));
    const topics = [...new Set(views.flatMap((view) => view.topics))].toSorted();
    const counts = await this.#partitionCounts(topics);
    this.#shared = counts;
    this.#checkedTopics = Date.now();
    const partitions = new Map(topics.map((topic) => [topic, numbersBelow(counts.get(topic) ?? 0)]));
    const mutable = views.map(({ held, ...view }) => ({ ...view, held: mutableCopy(held) }));
    return [...assignPartitions(mutable, partitions)].map(([memberId, assignment]) => ({
      memberId,
      assignment: encodeAssignment(assignment),
    }));
  }

  async #partitionCounts(topics: readonly string[]): Promise<Map<string, number>> {
    const { cluster } = this.settings;
    await cluster.refresh(topics);
    return new Map(topics.map((topic) => [topic, cluster.topic(topic)?.leaders.length ?? 0]));
  }

  /** Keeps the session alive. Returns when the group wants its members to join again. */
  async #beat(): Promise<void> {
    const interval = Math.min(HEARTBEAT_MS, Math.floor(this.settings.sessionTimeoutMs / 3));
    while (!this.#stopped) {
      await pause(interval, this.#stop.signal);
      if (this.#stopped) return;
      const asked = Date.now();
      await this.confirm();
      if (this.#lost) return;
      this.#sign(asked);
      if (await this.#topicsGrew()) {
        this.#rebalance();
        return;
      }
    }
  }

  async #topicsGrew(): Promise<boolean> {
    const before = this.#shared;
    if (before === undefined || Date.now() - this.#checkedTopics < TOPIC_CHECK_MS) return false;
    this.#checkedTopics = Date.now();
    const now = await this.#partitionCounts([...before.keys()]).catch(() => before);
    return [...before].some(([topic, count]) => now.get(topic) !== count);
  }

  #sign(asked: number): void {
    this.#lastSign = asked;
    if (this.#failures >= CRASH_AFTER) this.settings.onRecovered();
    this.#failures = 0;
    // The coordinator counts from then too: when it gives the partitions away, they have been let go here.
    clearTimeout(this.#expiry);
    const left = asked + this.settings.sessionTimeoutMs - Date.now();
    this.#expiry = setTimeout(() => this.#letGo(), Math.max(0, left));
    this.#expiry.unref();
  }

  #rebalance(): void {
    this.settings.onRebalancing();
    this.#generationAsked();
  }

  /** The old generation still counts for commits until the new one is known. */
  #generationAsked(): void {
    this.#lost = true;
    this.#shared = undefined;
  }

  async #recover(error: unknown): Promise<void> {
    if (hasError(error, 'MEMBER_ID_REQUIRED')) {
      this.#memberId = answerOf<JoinAnswer>(error)?.memberId ?? '';
      return;
    }
    if (hasError(error, 'REBALANCE_IN_PROGRESS')) {
      this.#rebalance();
      return;
    }
    if (hasError(error, 'UNKNOWN_MEMBER_ID')) this.#memberId = '';
    if (hasError(error, 'UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION')) {
      this.#letGo();
      this.settings.onRebalancing();
      return;
    }
    this.#failures += 1;
    if (this.#failures === CRASH_AFTER) this.settings.onCrashed(error);
    const silent = Date.now() - this.#lastSign > this.settings.sessionTimeoutMs;
    if (silent || !isCoordinatorLost(error)) this.#letGo();
    await pause(backoffDelay(RETRY, this.#failures), this.#stop.signal);
  }

  #letGo(): void {
    this.#generationAsked();
    this.#generationId = -1;
    this.settings.onLost();
  }
}

const numbersBelow = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

const mutableCopy = (assignment: Assignment): Record<string, number[]> =>
  Object.fromEntries(Object.entries(assignment).map(([topic, partitions]) => [topic, [...partitions]]));
