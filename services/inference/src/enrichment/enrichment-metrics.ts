import { Inject, Injectable } from '@nestjs/common';
import { METRICS, Metrics } from '@weir/platform';

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 12];

/** `unscored`: features without a model. `refused`: not to be visited. `unavailable`: no place or no model. `failed`: a fault of Weir's. */
export type EnrichmentResult = 'scored' | 'unscored' | 'refused' | 'unavailable' | 'failed';
/** `port` for requests over HTTP, `stream` for records of `urls.verdicts`. */
export type EnrichmentSource = 'port' | 'stream';

@Injectable()
export class EnrichmentMetrics {
  readonly #enrichments;
  readonly #seconds;
  readonly #missing;

  constructor(@Inject(METRICS) metrics: Metrics) {
    this.#enrichments = metrics.counter({
      name: 'enrichments_total',
      help: 'URLs looked up, by result',
      labels: ['result', 'source'],
    });
    this.#seconds = metrics.histogram({
      name: 'enrichment_seconds',
      help: "Seconds from the request, or the stream's turn, to the features, cached ones included",
      labels: ['source'],
      buckets: SECONDS,
    });
    this.#missing = metrics.counter({
      name: 'enrichment_missing_total',
      help: 'Features that could not be had, by feature',
      labels: ['feature'],
    });
  }

  count(source: EnrichmentSource, result: EnrichmentResult): void {
    this.#enrichments.inc({ source, result });
  }

  observe(source: EnrichmentSource, seconds: number, missing: readonly { readonly feature: string }[]): void {
    this.#seconds.observe({ source }, seconds);
    for (const { feature } of missing) this.#missing.inc({ feature });
  }
}
