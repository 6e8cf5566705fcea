import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import type { EnrichmentResponse } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { UrlEnrichment } from './url-enrichment.js';

/** The part of the prediction port that takes seconds: a route of its own, so that no verdict waits for it. */
@Controller('internal/enrichments')
export class EnrichmentsController {
  constructor(@Inject(UrlEnrichment) private readonly enrichment: UrlEnrichment) {}

  @Post()
  @HttpCode(200)
  enrich(@Body() body: unknown): Promise<EnrichmentResponse> {
    return this.enrichment.enrich(urlOf(body));
  }
}

function urlOf(body: unknown): string {
  const url: unknown = typeof body === 'object' && body !== null && 'url' in body ? body.url : undefined;
  if (typeof url === 'string') return url;
  throw new WeirError('WEIR_REQUEST_INVALID', 'The body must be a JSON object with a url as text');
}
