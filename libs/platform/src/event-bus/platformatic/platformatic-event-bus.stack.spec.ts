import { eventBusContract } from '../../testing/event-bus-contract.js';
import { startTcpProxy } from '../../testing/tcp-proxy.js';
import { brokerCommands, brokersUnderTest } from '../kafka/kafka-under-test.js';
import { PlatformaticEventBus } from './platformatic-event-bus.js';
import { brokerAddress } from './wire/cluster.js';

/** The server goes away as a whole where the environment says how, else behind a network that breaks. */
eventBusContract('Kafka by @platformatic/kafka', async () => {
  const brokers = brokersUnderTest();
  const network = await startTcpProxy(brokerAddress(brokers[0] ?? ''));
  const broker = brokerCommands();
  const connect = (clientId: string) =>
    new PlatformaticEventBus({
      brokers,
      clientId,
      route: () => ({ host: '127.0.0.1', port: network.port }),
    });
  const bus = connect('contract');
  return {
    bus,
    another: async () => connect('contract-other'),
    interrupt: async () => (broker === undefined ? network.cut() : broker.stop()),
    resume: async () => (broker === undefined ? network.restore() : broker.start()),
    tearDown: async () => {
      await bus.close();
      await network.close();
    },
  };
});
