import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@weir/contracts';
import { startTcpProxy, type TcpProxy } from '../../../testing/tcp-proxy.js';
import type { BatchHandler, SubscribeOptions } from '../../event-bus.js';
import { brokersUnderTest } from '../../kafka/kafka-under-test.js';
import { closeLater, newGroup, valuesOf } from '../../kafka/regression/stack-scope.js';
import { PlatformaticEventBus } from '../platformatic-event-bus.js';
import type { PlatformaticBusOptions } from '../platformatic-options.js';
import { brokerAddress } from '../wire/cluster.js';

export {
  closeAll,
  closeLater,
  newGroup,
  plainKafka,
  records,
  until,
  valuesOf,
} from '../../kafka/regression/stack-scope.js';

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

export async function createTopic(
  bus: PlatformaticEventBus,
  shape: Partial<TopicSpec> = {},
): Promise<TopicSpec> {
  const topic: TopicSpec = {
    name: `regression.${randomUUID()}`,
    partitions: 1,
    retentionMs: 3_600_000,
    cleanup: 'delete',
    key: 'any',
    description: 'A topic of a regression test',
    eventType: 'weir.regression.v1',
    ...shape,
  };
  await bus.ensureTopics([topic]);
  return topic;
}

/** Subscribes, and collects the values of what is handled. */
export async function collect(
  bus: PlatformaticEventBus,
  options: Partial<SubscribeOptions> & Pick<SubscribeOptions, 'topics'>,
  before: BatchHandler = async () => {},
) {
  const values: string[] = [];
  const subscription = await bus.subscribe(
    { group: newGroup(), from: 'earliest', ...options },
    async (batch) => {
      await before(batch);
      values.push(...valuesOf(batch));
    },
  );
  return { values, subscription };
}
