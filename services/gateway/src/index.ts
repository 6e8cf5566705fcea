import 'reflect-metadata';
import type { ServiceDefinition } from '@weir/platform';
import { configureGateway } from './configure-gateway.js';
import { GatewayModule } from './gateway.module.js';
import { httpServerOptions } from './limits/bounds/http-server.js';

export const gatewayService: ServiceDefinition = {
  module: GatewayModule,
  server: httpServerOptions,
  configure: configureGateway,
};

export { processKey } from './security/keys/process-key.js';
