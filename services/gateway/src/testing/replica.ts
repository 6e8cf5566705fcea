import { SchemaRegistry } from '@weir/contracts';
import { createLogger, Metrics, type RunningService, startService } from '@weir/platform';
import { gatewayService } from '../index.js';
import type { GatewayUnderTest } from './gateway-under-test.js';

/** Another gateway over the same backends, with a verdict feed of its own. */
export function startReplica({
  environment,
  backends,
}: Pick<GatewayUnderTest, 'environment' | 'backends'>): Promise<RunningService> {
  const platform = {
    service: 'gateway',
    environment,
    backends,
    logger: createLogger({ service: 'gateway', level: 'silent' }),
    metrics: new Metrics(),
    schemas: new SchemaRegistry(),
  };
  return startService(platform, gatewayService, { host: '127.0.0.1', port: 0 });
}
