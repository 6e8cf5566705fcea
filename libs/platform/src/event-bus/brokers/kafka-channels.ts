import { channel } from 'node:diagnostics_channel';

export type SubscriptionState =
  | 'connecting'
  | 'joined'
  | 'rebalancing'
  | 'crashed'
  | 'stalled'
  | 'draining'
  | 'closed';

/** A change in the life of a subscription. */
export interface BusStatus {
  readonly group: string;
  readonly topics: readonly string[];
  readonly state: SubscriptionState;
  readonly error?: unknown;
}

/** How far a group was behind in a partition when a chunk of it was committed. */
export interface PartitionProgress {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The next offset the group reads. */
  readonly offset: bigint;
  /** Records between that offset and the high watermark of the fetch. */
  readonly lag: bigint;
}

/** Records acknowledged by the brokers, one send. */
export interface RecordsPublished {
  readonly records: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** A producer was thrown away: its sequence numbers can no longer be trusted, or are used up. */
export interface ProducerReplaced {
  readonly reason: unknown;
}

/** Channels (`node:diagnostics_channel`) besides those that every adapter has. */
export const KAFKA_BUS_CHANNELS = {
  status: 'weir:event-bus:status',
  lag: 'weir:event-bus:lag',
  publish: 'weir:event-bus:publish',
  producerReplaced: 'weir:event-bus:producer-replaced',
} as const;

function announcer<Message extends object>(name: string): (message: Message) => void {
  const target = channel(name);
  return (message) => {
    if (target.hasSubscribers) target.publish(message);
  };
}

export const announceStatus = announcer<BusStatus>(KAFKA_BUS_CHANNELS.status);
export const announceLag = announcer<PartitionProgress>(KAFKA_BUS_CHANNELS.lag);
export const announcePublish = announcer<RecordsPublished>(KAFKA_BUS_CHANNELS.publish);
export const announceProducerReplaced = announcer<ProducerReplaced>(KAFKA_BUS_CHANNELS.producerReplaced);
