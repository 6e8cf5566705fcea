import type { TopicSpec } from '@weir/contracts';
import type { Admin } from 'kafkajs';
import { pause } from '../../backoff/backoff.js';
import { topicMissing } from '../../brokers/kafka-errors.js';
import { topicConfig } from '../../brokers/topic-settings.js';
import { errorTypes } from '../kafka-errors.js';

const LEADER_WAIT_MS = 15_000;
const POLL_MS = 50;

/**
 * Creates the topics that are missing; those that exist are left as they are, also where another process creates them
 * at the same time. Rejects with WEIR_TOPIC_MISSING where the right to create one is missing.
 */
export async function createTopics(
  admin: Admin,
  topics: readonly TopicSpec[],
  replicationFactor = -1,
): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length === 0) return;
  try {
    await admin.createTopics({
      topics: missing.map((topic) => topicConfig(topic, replicationFactor)),
      waitForLeaders: false,
    });
  } catch (error) {
    const types = errorTypes(error);
    const created = types.length > 0 && types.every((type) => type === 'TOPIC_ALREADY_EXISTS');
    if (!created)
      throw types.length > 0
        ? topicMissing(
            missing.map(({ name }) => name),
            error,
          )
        : error;
  }
  await leaders(
    admin,
    missing.map(({ name }) => name),
  );
}

/** A topic takes records once each partition has a leader, a little after it was created. */
async function leaders(admin: Admin, names: readonly string[]): Promise<void> {
  const deadline = Date.now() + LEADER_WAIT_MS;
  for (;;) {
    if (await haveLeaders(admin, names)) return;
    if (Date.now() > deadline) throw new Error(`no leaders for ${names.join(', ')}`);
    await pause(POLL_MS);
  }
}

async function haveLeaders(admin: Admin, names: readonly string[]): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
    return topics.every(
      ({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0),
    );
  } catch (error) {
    const types = errorTypes(error);
    if (types.includes('LEADER_NOT_AVAILABLE') || types.includes('UNKNOWN_TOPIC_OR_PARTITION')) return false;
    throw error;
  }
}
