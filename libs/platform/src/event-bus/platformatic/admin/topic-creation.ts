import { createTopicsV7 } from '@platformatic/kafka';
import type { TopicSpec } from '@weir/contracts';
import { pause } from '../../backoff/backoff.js';
import { topicMissing } from '../../brokers/kafka-errors.js';
import { topicConfig } from '../../brokers/topic-settings.js';
import { errorNames, isAnswer } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';

const CREATION_TIMEOUT_MS = 15_000;
const POLL_MS = 50;

/**
 * Creates the topics that are missing; those that exist are left as they are, also where another process creates them
 * at the same time. Rejects with WEIR_TOPIC_MISSING where the right to create one is missing.
 */
export async function createTopics(
  cluster: Cluster,
  topics: readonly TopicSpec[],
  replicationFactor = -1,
): Promise<void> {
  const existing = new Set(await cluster.topicNames());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  try {
    await create(cluster, missing, replicationFactor);
  } catch (error) {
    if (!isAnswer(error)) throw error;
    if (errorNames(error).some((name) => name !== 'TOPIC_ALREADY_EXISTS')) throw topicMissing(names, error);
  }
  await leaders(cluster, names);
}

async function create(
  cluster: Cluster,
  topics: readonly TopicSpec[],
  replicationFactor: number,
): Promise<void> {
  const asked = topics.map((topic) => {
    const { configEntries = [] } = topicConfig(topic, replicationFactor);
    return {
      name: topic.name,
      numPartitions: topic.partitions,
      replicationFactor,
      assignments: [],
      configs: configEntries,
    };
  });
  const { controller } = cluster;
  if (controller === undefined) await cluster.any(createTopicsV7.api, asked, CREATION_TIMEOUT_MS, false);
  else await cluster.call(controller, createTopicsV7.api, asked, CREATION_TIMEOUT_MS, false);
}

/** A topic takes records once each partition has a leader, a little after it was created. */
async function leaders(cluster: Cluster, names: readonly string[]): Promise<void> {
  const deadline = Date.now() + CREATION_TIMEOUT_MS;
  for (;;) {
    await cluster.refresh(names);
    const led = names.every((name) => cluster.topic(name)?.leaders.every((leader) => leader >= 0) === true);
    if (led) return;
    if (Date.now() > deadline) throw new Error(`no leaders for ${names.join(', ')}`);
    await pause(POLL_MS);
  }
}
