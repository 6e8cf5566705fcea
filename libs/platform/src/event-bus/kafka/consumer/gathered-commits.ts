import type { OffsetsByTopicPartition } from 'kafkajs';

type Send = (offsets: OffsetsByTopicPartition) => Promise<void>;

interface Gathering {
  readonly offsets: Map<string, Map<number, string>>;
  readonly sent: Promise<void>;
}

/** Sends the commits of many partitions in one request: while one is under way, the next ones gather. */
export class GatheredCommits {
  #gathering: Gathering | undefined;
  #sending: Promise<void> = Promise.resolve();

  /** Resolves when the offset is committed; rejects with those it shared a request with. `send` is any of the session's. */
  commit(topic: string, partition: number, offset: bigint, send: Send): Promise<void> {
    this.#gathering ??= this.#gather(send);
    const { offsets, sent } = this.#gathering;
    const partitions = offsets.get(topic) ?? new Map<number, string>();
    offsets.set(topic, partitions.set(partition, String(offset)));
    return sent;
  }

  #gather(send: Send): Gathering {
    const offsets = new Map<string, Map<number, string>>();
    const sent = this.#sending.then(() => {
      this.#gathering = undefined;
      return send({
        topics: [...offsets].map(([topic, each]) => ({ topic, partitions: partitionsOf(each) })),
      });
    });
    // Whoever waits hears of a failure; the next one begins anew.
    this.#sending = sent.catch(() => {});
    return { offsets, sent };
  }
}

function partitionsOf(offsets: ReadonlyMap<number, string>) {
  return [...offsets].map(([partition, offset]) => ({ partition, offset }));
}
