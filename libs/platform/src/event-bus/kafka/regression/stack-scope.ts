import { brokersUnderTest } from '../../brokers/brokers-under-test.js';
import type { KafkaBusOptions } from '../../brokers/kafka-options.js';
import { closeLater } from '../../brokers/stack-scope.js';
import { BreakableNetwork } from '../breakable-network.js';
import { KafkaEventBus } from '../kafka-event-bus.js';

export * from '../../brokers/stack-scope.js';

export function openBus(options: Partial<KafkaBusOptions> = {}): KafkaEventBus {
  const bus = new KafkaEventBus({ brokers: brokersUnderTest(), clientId: 'regression', ...options });
  closeLater(() => bus.close());
  return bus;
}

export async function openNetwork(): Promise<BreakableNetwork> {
  const network = await BreakableNetwork.open();
  closeLater(() => network.close());
  return network;
}
