import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MEBIBYTE, Reads } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiExample, ApiProblems } from '../openapi/decorators.js';
import { EventIdsResponse } from '../openapi/responses.js';
import { Needs } from '../security/access.js';
import { EventsRequest, submittedUrls } from './event-requests.js';
import { UrlPublisher } from './url-publisher.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly publisher: UrlPublisher) {}

  @Post()
  @Needs('publish')
  @Idempotent()
  @HttpCode(202)
  @Reads({ limit: 8 * MEBIBYTE })
  @ApiOperation({ summary: 'Publish URLs to urls.submitted; their verdicts come on urls.verdicts' })
  @ApiExample({ urls: ['https://example.org/', 'http://192.0.2.7/login'] })
  @ApiAcceptedResponse({ type: EventIdsResponse })
  @ApiProblems(400, 413, 415, 503)
  async submit(@Body() body: EventsRequest, @Req() request: FastifyRequest): Promise<{ ids: string[] }> {
    const { id, source } = body;
    const ids = await this.publisher.publish(
      { urls: submittedUrls(body), id, source },
      traceContextOf(request),
    );
    return { ids };
  }
}
