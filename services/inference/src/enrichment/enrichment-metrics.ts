import { Inject, Injectable } from '@nestjs/common';
import { METRICS, Metrics } from '@weir/platform';

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 12];

/** `refused`: not to be visited. `unavailable`: no place or no model. `failed`: a fault of Weir's. */
export type EnrichmentResult = 'scored' | 'refused' | 'unavailable' | 'failed';

@Injectable()
export class EnrichmentMetrics {
  readonly #enrichments;
  readonly #seconds;
  readonly #missing;

  constructor(@Inject(METRICS) metrics: Metrics) {
    this.#enrichments = metrics.counter({
      name: 'enrichments_total',
      help: 'URLs looked up on request, by result',
      labels: ['result'],
    });
    this.#seconds = metrics.histogram({
      name: 'enrichment_seconds',
      help: 'Seconds from the request to the features, cached ones included',
      buckets: SECONDS,
    });
    this.#missing = metrics.counter({
      name: 'enrichment_missing_total',
      help: 'Features that could not be had, by feature',
      labels: ['feature'],
    });
  }

  count(result: EnrichmentResult): void {
    this.#enrichments.inc({ result });
  }

  observe(seconds: number, missing: readonly { readonly feature: string }[]): void {
    this.#seconds.observe(seconds);
    for (const { feature } of missing) this.#missing.inc({ feature });
  }
}
