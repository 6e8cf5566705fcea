import { startTcpProxy, type TcpProxy } from '../../../testing/tcp-proxy.js';
import { brokersUnderTest } from '../../brokers/brokers-under-test.js';
import { closeLater } from '../../brokers/stack-scope.js';
import { PlatformaticEventBus } from '../platformatic-event-bus.js';
import type { PlatformaticBusOptions } from '../platformatic-options.js';
import { brokerAddress } from '../wire/cluster.js';

export * from '../../brokers/stack-scope.js';

export function openBus(options: Partial<PlatformaticBusOptions> = {}): PlatformaticEventBus {
  const bus = new PlatformaticEventBus({ brokers: brokersUnderTest(), clientId: 'regression', ...options });
  closeLater(() => bus.close());
  return bus;
}

/** A network to the broker that a test can break, and the option that leads a bus through it. */
export async function openNetwork(): Promise<{ network: TcpProxy } & Pick<PlatformaticBusOptions, 'route'>> {
  const network = await startTcpProxy(brokerAddress(brokersUnderTest()[0] ?? ''));
  closeLater(() => network.close());
  return { network, route: () => ({ host: '127.0.0.1', port: network.port }) };
}
