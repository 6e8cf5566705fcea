export {
  type BusStatus,
  KAFKA_BUS_CHANNELS,
  type PartitionProgress,
  type ProducerReplaced,
  type RecordsPublished,
  type SubscriptionState,
} from './kafka-channels.js';
export { KafkaEventBus } from './kafka-event-bus.js';
export type { KafkaBusOptions, KafkaLogger, KafkaSasl } from './kafka-options.js';
