import { eventBusContract } from '../../testing/event-bus-contract.js';
import { startTcpProxy } from '../../testing/tcp-proxy.js';
import { brokerCommands, brokersUnderTest } from '../brokers/brokers-under-test.js';
import { PlatformaticEventBus } from './platformatic-event-bus.js';
import type { PlatformaticBusOptions } from './platformatic-options.js';
import { brokerAddress } from './wire/cluster.js';

/** What a broker allows by default. */
const SHORTEST_SESSION_MS = 6_000;

/** The server goes away as a whole where the environment says how, else behind a network that breaks. */
eventBusContract('Kafka by @platformatic/kafka', async () => {
  const brokers = brokersUnderTest();
  const openNetwork = () => startTcpProxy(brokerAddress(brokers[0] ?? ''));
  const networks = [await openNetwork()];
  const broker = brokerCommands();
  const connect = (clientId: string, network = networks[0], options: Partial<PlatformaticBusOptions> = {}) =>
    new PlatformaticEventBus({
      brokers,
      clientId,
      route: () => ({ host: '127.0.0.1', port: network?.port ?? 0 }),
      ...options,
    });
  const bus = connect('contract');
  return {
    bus,
    another: async () => connect('contract-other'),
    separable: async () => {
      const own = await openNetwork();
      networks.push(own);
      return {
        bus: connect('contract-separable', own, { sessionTimeoutMs: SHORTEST_SESSION_MS }),
        cut: () => own.cut(),
        mend: () => own.restore(),
      };
    },
    interrupt: async () => (broker === undefined ? networks[0]?.cut() : broker.stop()),
    resume: async () => (broker === undefined ? networks[0]?.restore() : broker.start()),
    tearDown: async () => {
      await bus.close();
      for (const network of networks) await network.close();
    },
  };
});
