import 'reflect-metadata';
import type { ServiceDefinition } from '@weir/platform';
import { configureGateway } from './configure-gateway.js';
import { GatewayModule } from './gateway.module.js';

export const gatewayService: ServiceDefinition = { module: GatewayModule, configure: configureGateway };
