import { eventBusContract } from '../../testing/event-bus-contract.js';
import { brokerCommands, brokersUnderTest } from '../brokers/brokers-under-test.js';
import { BreakableNetwork } from './breakable-network.js';
import { KafkaEventBus } from './kafka-event-bus.js';

/** The server goes away as a whole where the environment says how, else behind a network that breaks. */
eventBusContract('Kafka', async () => {
  const brokers = brokersUnderTest();
  const network = await BreakableNetwork.open();
  const networks = [network];
  const broker = brokerCommands();
  const connect = (clientId: string) =>
    new KafkaEventBus({ brokers, clientId, socketFactory: network.socketFactory });
  const bus = connect('contract');
  return {
    bus,
    another: async () => connect('contract-other'),
    interrupt: async () => (broker === undefined ? network.cut() : broker.stop()),
    separable: async () => {
      const own = await BreakableNetwork.open();
      networks.push(own);
      const { socketFactory } = own;
      const apart = new KafkaEventBus({
        brokers,
        clientId: 'contract-cut',
        sessionTimeoutMs: 6_000,
        socketFactory,
      });
      return { bus: apart, cut: () => own.cut(), mend: () => own.mend() };
    },
    resume: async () => (broker === undefined ? network.mend() : broker.start()),
    tearDown: async () => {
      await bus.close();
      for (const each of networks) await each.close();
    },
  };
});
