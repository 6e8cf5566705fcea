export {
  type BusStatus,
  KAFKA_BUS_CHANNELS,
  type PartitionProgress,
  type ProducerReplaced,
  type RecordsPublished,
  type SubscriptionState,
} from '../brokers/kafka-channels.js';
export type { KafkaBusOptions, KafkaLogger, KafkaSasl } from '../brokers/kafka-options.js';
export { KafkaEventBus } from './kafka-event-bus.js';
