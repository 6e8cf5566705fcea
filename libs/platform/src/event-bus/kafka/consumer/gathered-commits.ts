import type { OffsetsByTopicPartition } from 'kafkajs';

type Send = (offsets: OffsetsByTopicPartition) => Promise<void>;

interface Commit {
  readonly offset: string;
  /** Aborted where the partition is somebody else's: it must not move their offset back. */
  readonly lost: AbortSignal | undefined;
}

interface Gathering {
  readonly offsets: Map<string, Map<number, Commit>>;
  readonly sent: Promise<void>;
}

/** Sends the commits of many partitions in one request: while one is under way, the next ones gather. */
export class GatheredCommits {
  #gathering: Gathering | undefined;
  #sending: Promise<void> = Promise.resolve();

  /** Resolves when the offset is committed; rejects with those it shared a request with. `send` is any of the session's. */
  commit(topic: string, partition: number, offset: bigint, send: Send, lost?: AbortSignal): Promise<void> {
    this.#gathering ??= this.#gather(send);
    const { offsets, sent } = this.#gathering;
    const partitions = offsets.get(topic) ?? new Map<number, Commit>();
    offsets.set(topic, partitions.set(partition, { offset: String(offset), lost }));
    return sent;
  }

  #gather(send: Send): Gathering {
    const offsets = new Map<string, Map<number, Commit>>();
    const sent = this.#sending.then(() => {
      this.#gathering = undefined;
      const topics = [...offsets]
        .map(([topic, each]) => ({ topic, partitions: partitionsOf(each) }))
        .filter(({ partitions }) => partitions.length > 0);
      return topics.length === 0 ? undefined : send({ topics });
    });
    // Whoever waits hears of a failure; the next one begins anew.
    this.#sending = sent.catch(() => {});
    return { offsets, sent };
  }
}

function partitionsOf(commits: ReadonlyMap<number, Commit>) {
  return [...commits].flatMap(([partition, { offset, lost }]) =>
    lost?.aborted === true ? [] : [{ partition, offset }],
  );
}
