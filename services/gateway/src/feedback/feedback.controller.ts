import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TOPICS, type UrlFeedback } from '@weir/contracts';
import { EVENT_BUS, type EventBus, publishEvent, uuid7, WeirError } from '@weir/platform';
import { isUrlProblem, parseUrl } from '@weir/url-features';
import type { FastifyRequest } from 'fastify';
import { Reads } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiExample, ApiProblems } from '../openapi/decorators.js';
import { FeedbackResponse } from '../openapi/list-responses.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { nameOf } from '../security/claimed-name.js';
import { SOURCE } from '../source.js';
import { FeedbackRequest } from './feedback-requests.js';

@ApiTags('feedback')
@Controller('v1/feedback')
export class FeedbackController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly audit: AuditLog,
  ) {}

  @Post()
  @Needs('publish')
  @Idempotent()
  @HttpCode(202)
  @Reads()
  @ApiOperation({
    summary: 'Correct a verdict',
    description:
      'The correction is published on `urls.feedback`; the next training of the `url` model learns it, of several on one URL the newest. It changes no verdict before: the allow and deny lists do that at once.',
  })
  @ApiExample({ url: 'https://example.org/sign-in', label: 'legitimate' })
  @ApiAcceptedResponse({ type: FeedbackResponse })
  @ApiProblems(400, 413, 415, 503)
  async take(@Body() body: FeedbackRequest, @Req() request: FastifyRequest): Promise<UrlFeedback> {
    const parsed = parseUrl(body.url);
    if (isUrlProblem(parsed)) throw new WeirError('WEIR_URL_INVALID', parsed.message);
    const id = body.id ?? uuid7();
    const feedback: UrlFeedback = {
      id,
      url: body.url,
      label: body.label === 'phishing' ? 'phishing' : 'legitimate',
      by: nameOf(request, body.by),
      at: new Date().toISOString(),
    };
    await publishEvent(this.bus, TOPICS.urlsFeedback, id, feedback, {
      source: SOURCE,
      id,
      ...traceContextOf(request),
    });
    await this.audit.record(request, 'feedback.create', id, { label: feedback.label });
    return feedback;
  }
}
