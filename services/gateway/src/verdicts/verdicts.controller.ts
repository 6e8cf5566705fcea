import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MEBIBYTE, Reads } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { ApiBodies, jsonBody } from '../openapi/bodies.js';
import { ApiExample, ApiProblems } from '../openapi/decorators.js';
import { VerdictBatchResponse } from '../openapi/responses.js';
import { Needs } from '../security/access.js';
import { EnrichedVerdict } from './enriched-verdict.js';
import { EnrichmentService } from './enrichment.service.js';
import { readVerdictRequest } from './read-verdict-request.js';
import { type VerdictBatch, VerdictBatchRequest } from './verdict-requests.js';
import { VerdictsService } from './verdicts.service.js';

const EXAMPLE = { url: 'http://paypal.com.secure-login.example.tk/verify' };

@ApiTags('verdicts')
@Controller('v1/verdicts')
export class VerdictsController {
  constructor(
    private readonly verdicts: VerdictsService,
    private readonly enrichment: EnrichmentService,
  ) {}

  @Post()
  @Needs('predict')
  @HttpCode(200)
  @Reads()
  @ApiOperation({ summary: 'Classify one URL, at once' })
  @ApiBodies({ required: true, content: jsonBody('VerdictRequest', EXAMPLE) })
  @ApiOkResponse({ type: EnrichedVerdict })
  @ApiProblems(400, 413, 415, 503)
  async verdict(@Body() body: unknown, @Req() request: FastifyRequest): Promise<EnrichedVerdict> {
    const { url, reasons = true, enrich = false } = readVerdictRequest(body);
    const trace = traceContextOf(request);
    const verdict = this.verdicts.verdict(url, reasons, trace);
    if (!enrich) return verdict;
    const [judged, enrichment] = await Promise.all([verdict, this.enrichment.enrich(url, trace)]);
    return { ...judged, enrichment };
  }

  @Post('batch')
  @Needs('predict')
  @HttpCode(200)
  @Reads({ limit: 8 * MEBIBYTE })
  @ApiOperation({ summary: 'Classify up to 1,000 URLs; an item that fails has its error in its place' })
  @ApiExample({ urls: ['https://example.org/', 'http://192.0.2.7/login'] })
  @ApiOkResponse({ type: VerdictBatchResponse })
  @ApiProblems(400, 413, 415, 503)
  batch(@Body() body: VerdictBatchRequest, @Req() request: FastifyRequest): Promise<VerdictBatch> {
    return this.verdicts.batch(body.urls, body.reasons ?? true, traceContextOf(request));
  }
}
