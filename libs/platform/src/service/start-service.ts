import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Environment } from '../configuration/index.js';
import { WeirError } from '../errors/index.js';
import type { Readiness } from '../health/index.js';
import { NestLogger } from '../logging/index.js';
import { ProblemFilter } from '../problem/index.js';
import { Consumer } from './consumer.js';
import { drainConnections } from './drain-connections.js';
import { type Platform, PlatformModule } from './platform.module.js';
import { observeRefusedConnections } from './refused-connections.js';
import { READINESS } from './tokens.js';

/** A host name in a path has 253 characters, three times as many where each is percent-encoded; Fastify's own bound is 100. */
const MOST_PARAMETER_CHARACTERS = 1_024;

export interface ServiceDefinition {
  /** Nest's root module of the service. */
  readonly module: Type<unknown> | DynamicModule;
  /** Largest JSON body in bytes. Default 1 MiB. */
  readonly bodyLimit?: number;
  /** What else the HTTP server is made with: timeouts, trusted proxies, its answers to what is no request. */
  readonly server?: (environment: Environment) => FastifyHttpOptions<Server>;
  /** Plug-ins and documents, before the service listens. */
  readonly configure?: (app: NestFastifyApplication) => Promise<void>;
}

export interface Listen {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface RunningService {
  readonly url: string;
  readonly port: number;
  /** Resolves once the service consumes its topics; a bus away at start is waited for. */
  readonly consuming: Promise<void>;
  /** Stops listening, drains batches in hand, commits, leaves the groups. The backends stay open. */
  close(): Promise<void>;
}

/** One service: its HTTP port, its health, and its event handlers, once the bus is there. */
export async function startService(
  platform: Platform,
  definition: ServiceDefinition,
  listen: Listen,
): Promise<RunningService> {
  const adapter = new FastifyAdapter({
    bodyLimit: definition.bodyLimit ?? 1_048_576,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: MOST_PARAMETER_CHARACTERS },
    ...definition.server?.(platform.environment),
  });
  const root: DynamicModule = {
    module: class Service {},
    imports: [PlatformModule.forRoot(platform), definition.module],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(platform.logger),
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(platform.logger));
  const server = adapter.getInstance() as unknown as FastifyInstance;
  drainConnections(server);
  observeRefusedConnections(server, platform);
  const consumer = await prepare(platform, definition, app, listen);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : listen.port;
  platform.logger.info({ host: listen.host, port }, 'listening');
  let closed: Promise<void> | undefined;
  return {
    url: `http://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${port}`,
    port,
    consuming: consumer.start(),
    close: () => {
      consumer.stop();
      closed ??= app.close();
      return closed;
    },
  };
}

/** Everything up to listening; a service that cannot start leaves nothing behind. */
async function prepare(
  platform: Platform,
  definition: ServiceDefinition,
  app: NestFastifyApplication,
  listen: Listen,
): Promise<Consumer> {
  let consumer: Consumer | undefined;
  try {
    await definition.configure?.(app);
    consumer = new Consumer(platform, app);
    app.get<Readiness>(READINESS).require(consumer);
    await bind(app, listen);
    return consumer;
  } catch (error) {
    consumer?.stop();
    await app.close().catch(() => undefined);
    throw error;
  }
}

async function bind(app: NestFastifyApplication, { host, port }: Listen): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new WeirError('WEIR_PORT_IN_USE', `Something listens on ${host}:${port} already`, {
        cause: error,
      });
    }
    throw error;
  }
}
