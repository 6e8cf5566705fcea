import { pause } from '../../backoff/backoff.js';
import { topicMissing, unavailable } from '../../brokers/kafka-errors.js';
import { hasError, isAnswer } from '../protocol-errors.js';
import type { Cluster, TopicView } from '../wire/cluster.js';

const MAX_AGE_MS = 300_000;
const TOPIC_WAIT_MS = 3_000;
const POLL_MS = 200;

/** The topics that are published to. Asks again every five minutes: topics may grow. */
export class TopicDirectory {
  constructor(
    private readonly cluster: Cluster,
    private readonly timeoutMs: number,
  ) {}

  /** `undefined` where the topic has never been asked for. */
  view(topic: string): TopicView | undefined {
    const view = this.cluster.topic(topic);
    if (view !== undefined && Date.now() - view.at > MAX_AGE_MS)
      void this.cluster.refresh([topic]).catch(() => {});
    return view;
  }

  /**
   * Asks for topics. A topic that was just created may not be known to each broker yet, so a missing one is asked for
   * again during 3 s, then WEIR_TOPIC_MISSING; brokers away: WEIR_BUS_UNAVAILABLE after the publish timeout.
   */
  async learn(topics: readonly string[]): Promise<void> {
    const begun = Date.now();
    for (;;) {
      const failure = await this.#ask(topics);
      const missing = topics.filter((topic) => this.cluster.topic(topic) === undefined);
      if (missing.length === 0) return;
      const spent = Date.now() - begun;
      if (failure === undefined && spent > TOPIC_WAIT_MS) throw topicMissing(missing);
      if (failure !== undefined && spent > this.timeoutMs)
        throw unavailable('reading topic metadata', failure);
      await pause(POLL_MS);
    }
  }

  async #ask(topics: readonly string[]): Promise<unknown> {
    try {
      await this.cluster.refresh(topics);
      return undefined;
    } catch (error) {
      return isAnswer(error) && hasError(error, 'UNKNOWN_TOPIC_OR_PARTITION') ? undefined : error;
    }
  }
}
