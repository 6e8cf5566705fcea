import { pause } from '../../backoff/backoff.js';
import { topicMissing, unavailable } from '../../brokers/kafka-errors.js';
import { isUnknownTopic } from '../kafka-errors.js';

const MAX_AGE_MS = 300_000;
const TOPIC_WAIT_MS = 3_000;
const POLL_MS = 200;

/** Partitions of each topic named; rejects where one does not exist. */
export type CountPartitions = (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Remembers how many partitions topics have, and asks again every five minutes: topics may grow. */
export class PartitionCounts {
  readonly #known = new Map<string, { readonly partitions: number; readonly at: number }>();
  readonly #refreshing = new Set<string>();

  constructor(
    private readonly count: CountPartitions,
    private readonly timeoutMs: number,
  ) {}

  /** `undefined` where the topic has never been asked for. */
  of(topic: string): number | undefined {
    const known = this.#known.get(topic);
    if (known !== undefined && Date.now() - known.at > MAX_AGE_MS) this.#refresh(topic);
    return known?.partitions;
  }

  forget(topics: readonly string[]): void {
    for (const topic of topics) this.#known.delete(topic);
  }

  /**
   * Asks for topics. A topic that was just created may not be known to each broker yet, so a missing one is asked for
   * again during 3 s, then WEIR_TOPIC_MISSING; brokers away: WEIR_BUS_UNAVAILABLE after the publish timeout.
   */
  async learn(topics: readonly string[]): Promise<void> {
    const begun = Date.now();
    for (;;) {
      try {
        return this.#keep(await this.count(topics));
      } catch (error) {
        const missing = isUnknownTopic(error);
        const spent = Date.now() - begun;
        if (missing && spent > TOPIC_WAIT_MS) throw topicMissing(topics, error);
        if (!missing && spent > this.timeoutMs) throw unavailable('reading topic metadata', error);
        await pause(POLL_MS);
      }
    }
  }

  #keep(counts: ReadonlyMap<string, number>): void {
    for (const [topic, partitions] of counts) this.#known.set(topic, { partitions, at: Date.now() });
  }

  #refresh(topic: string): void {
    if (this.#refreshing.has(topic)) return;
    this.#refreshing.add(topic);
    void this.count([topic])
      .then((counts) => this.#keep(counts))
      .catch(() => {})
      .finally(() => this.#refreshing.delete(topic));
  }
}
