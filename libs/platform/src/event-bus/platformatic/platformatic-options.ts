import type { KafkaBusOptions } from '../brokers/kafka-options.js';

/** Where a broker listens. */
export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
}

/** As for `KafkaEventBus`, but for how connections are opened. */
export interface PlatformaticBusOptions extends Omit<KafkaBusOptions, 'socketFactory'> {
  /** Where to connect instead of the address that a broker gives for itself, for brokers behind a tunnel. */
  readonly route?: (broker: BrokerAddress) => BrokerAddress;
}
