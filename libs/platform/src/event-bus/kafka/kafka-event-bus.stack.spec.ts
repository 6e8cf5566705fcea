import { eventBusContract } from '../../testing/event-bus-contract.js';
import { KafkaEventBus } from './kafka-event-bus.js';
import { brokersUnderTest } from './kafka-under-test.js';

eventBusContract('Kafka', async () => {
  const brokers = brokersUnderTest();
  const connect = (clientId: string) => new KafkaEventBus({ brokers, clientId });
  const bus = connect('contract');
  return {
    bus,
    another: async () => connect('contract-other'),
    tearDown: () => bus.close(),
  };
});
