import { Injectable } from '@nestjs/common';
import type { EnrichmentResponse } from '@weir/contracts';
import { isWeirError } from '@weir/platform';
import type { TraceContext } from '../http/trace-context.js';
import { InferenceClient } from '../inference-client/inference-client.js';

/** What is found of a URL beside its verdict. */
@Injectable()
export class EnrichmentService {
  constructor(private readonly inference: InferenceClient) {}

  /** Never rejects: the URL's own verdict does not depend on it. */
  async enrich(url: string, trace: TraceContext): Promise<EnrichmentResponse> {
    try {
      return await this.inference.enrichment({ url }, trace);
    } catch (error) {
      const { code, message } = isWeirError(error)
        ? error
        : { code: 'WEIR_INTERNAL', message: 'Enrichment failed' };
      return { error: { code, message } };
    }
  }
}
