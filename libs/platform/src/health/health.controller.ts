import { Controller, Get, Inject, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Backends } from '../backends/backends.js';
import { Metrics } from '../metrics/index.js';
import { BACKENDS, METRICS, READINESS, SERVICE_NAME } from '../service/tokens.js';
import { readHealth } from './health.js';
import type { Readiness } from './readiness.js';

/** Probes and scrapers have no key. */
const OPEN_TO_ALL = { access: 'public' };

/** The three routes every service has. */
@Controller()
export class HealthController {
  readonly #up;

  constructor(
    @Inject(SERVICE_NAME) private readonly service: string,
    @Inject(BACKENDS) private readonly backends: Backends,
    @Inject(READINESS) private readonly readiness: Readiness,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {
    this.#up = metrics.gauge({
      name: 'dependency_up',
      help: '1 where a dependency answered when readiness was last asked for',
      labels: ['name'],
    });
  }

  /** The process answers: it need not be started anew. */
  @Get('health/live')
  @RouteConfig(OPEN_TO_ALL)
  live(): { status: string; service: string } {
    return { status: 'live', service: this.service };
  }

  /** Whether what it cannot do without answers, and its own conditions hold: then it takes traffic. */
  @Get('health/ready')
  @RouteConfig(OPEN_TO_ALL)
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await readHealth(this.service, this.backends, this.readiness);
    for (const { name, ok } of report.dependencies) this.#up.set({ name }, ok ? 1 : 0);
    await reply.status(report.status === 'ready' ? 200 : 503).send(report);
  }

  @Get('metrics')
  @RouteConfig(OPEN_TO_ALL)
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const body = await this.metrics.registry.metrics();
    await reply.header('content-type', this.metrics.registry.contentType).send(body);
  }
}
