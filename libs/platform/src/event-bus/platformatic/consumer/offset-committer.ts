import { offsetCommitV8 } from '@platformatic/kafka';
import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import { answerOf, isAnswer } from '../protocol-errors.js';
import type { Coordinator } from '../wire/coordinator.js';
import type { Links } from '../wire/links.js';
import type { MemberIdentity } from './membership.js';

const RETRY: Backoff = { initialMs: 50, maxMs: 2_000 };

/** Whose offset it is; nothing is committed once the partition is revoked. */
export interface CommitPlace {
  readonly topic: string;
  readonly partition: number;
  readonly revoked: AbortSignal;
}

interface WaitingCommit {
  readonly place: CommitPlace;
  readonly offset: number;
  readonly settle: (committed: boolean) => void;
}

export interface OffsetCommitterSettings {
  readonly group: string;
  readonly coordinator: Coordinator;
  readonly links: Links;
  readonly identity: () => MemberIdentity;
}

/** Commits offsets; what comes while a request is under way shares the next one. */
export class OffsetCommitter {
  #waiting: WaitingCommit[] = [];
  #working = false;

  constructor(private readonly settings: OffsetCommitterSettings) {}

  /** Resolves to true when the offset is committed, to false when the partition was revoked before. Never rejects. */
  commit(place: CommitPlace, offset: number): Promise<boolean> {
    return new Promise((settle) => {
      this.#waiting.push({ place, offset, settle });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    await Promise.resolve();
    for (let failures = 0; this.#waiting.length > 0; ) {
      const commits = this.#waiting.filter(stillHeld);
      this.#waiting = [];
      if (commits.length === 0) break;
      const failed = await this.#send(commits);
      failures = failed.length === 0 ? 0 : failures + 1;
      this.#waiting.unshift(...failed);
      // Away, moving or rebalancing: a partition either stays, and can be committed later, or is revoked.
      if (failed.length > 0) await pause(backoffDelay(RETRY, failures));
    }
    this.#working = false;
  }

  /** Returns what was not committed. */
  async #send(commits: readonly WaitingCommit[]): Promise<WaitingCommit[]> {
    const { group, coordinator, links, identity } = this.settings;
    const { memberId, generationId } = identity();
    const errors = await coordinator
      .call(links, offsetCommitV8.api, group, generationId, memberId, null, byTopic(commits))
      .then(() => new Set<string>(), refusedPlaces);
    const failed: WaitingCommit[] = [];
    for (const commit of commits) {
      if (errors?.has(placeOf(commit.place)) === false) commit.settle(true);
      else failed.push(commit);
    }
    return failed;
  }
}

function byTopic(commits: readonly WaitingCommit[]): offsetCommitV8.OffsetCommitRequestTopic[] {
  const topics = new Map<string, offsetCommitV8.OffsetCommitRequestTopic>();
  for (const { place, offset } of commits) {
    const topic = topics.get(place.topic) ?? { name: place.topic, partitions: [] };
    topics.set(place.topic, topic);
    topic.partitions.push({
      partitionIndex: place.partition,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: -1,
      committedMetadata: null,
    });
  }
  return [...topics.values()];
}

function stillHeld({ place, settle }: WaitingCommit): boolean {
  if (place.revoked.aborted) settle(false);
  return !place.revoked.aborted;
}

const placeOf = ({ topic, partition }: { topic: string; partition: number }): string =>
  `${topic}/${partition}`;

/** The places of an answer that have an error; `undefined` where none can be told from the others. */
function refusedPlaces(error: unknown): Set<string> | undefined {
  const answer = isAnswer(error) ? answerOf<offsetCommitV8.OffsetCommitResponse>(error) : undefined;
  if (answer === undefined) return undefined;
  return new Set(
    answer.topics.flatMap(({ name, partitions }) =>
      partitions
        .filter(({ errorCode }) => errorCode !== 0)
        .map(({ partitionIndex }) => placeOf({ topic: name, partition: partitionIndex })),
    ),
  );
}
