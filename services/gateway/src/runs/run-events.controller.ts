import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RunCatalog, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddRouteConfig } from '../http/route-config.js';
import { ApiProblems } from '../openapi/decorators.js';
import { RunResponse } from '../openapi/run-responses.js';
import { Needs } from '../security/access.js';
import { SSE_HEADERS } from '../sse/sse-connection.js';
import { SseConnections } from '../sse/sse-connections.js';
import { openingFrame } from '../sse/sse-frames.js';
import { ApiEventStream } from '../verdict-feed/feed-decorators.js';
import { RunFollowers } from './run-followers.js';

@ApiTags('runs')
@Controller('v1/runs')
export class RunEventsController {
  constructor(
    private readonly runs: RunCatalog,
    private readonly followers: RunFollowers,
    private readonly connections: SseConnections,
  ) {}

  @Get(':id/events')
  @Needs('read')
  @AddRouteConfig({ stream: true })
  @ApiOperation({
    summary: "A run's progress, as server-sent events",
    description:
      'The run as it is, then each change until it has succeeded or failed; then `event: end` with the reason `finished`.',
  })
  @ApiEventStream(RunResponse)
  @ApiProblems(404, 429, 503)
  async follow(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const run = await this.runs.get(id);
    if (run === null) throw new WeirError('WEIR_NOT_FOUND', `There is no run ${id.slice(0, 100)}`);
    if (request.method === 'HEAD') return void reply.headers(SSE_HEADERS).send();
    const connection = this.connections.open(request, reply);
    connection.send(openingFrame());
    this.followers.follow(run, connection);
  }
}
