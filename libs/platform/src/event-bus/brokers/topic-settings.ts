import type { TopicSpec } from '@weir/contracts';

/** A topic to create, as kafkajs takes it. */
export interface TopicSettings {
  readonly topic: string;
  readonly numPartitions: number;
  /** -1: what the broker is configured for. */
  readonly replicationFactor: number;
  readonly configEntries: { readonly name: string; readonly value: string }[];
}

/** The settings a topic is created with. */
export function topicConfig(topic: TopicSpec, replicationFactor: number): TopicSettings {
  const settings: Record<string, string> = {
    'cleanup.policy': topic.cleanup,
    'retention.ms': String(topic.retentionMs ?? -1),
    ...(topic.maxMessageBytes === undefined ? {} : { 'max.message.bytes': String(topic.maxMessageBytes) }),
  };
  return {
    topic: topic.name,
    numPartitions: topic.partitions,
    replicationFactor,
    configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
  };
}
