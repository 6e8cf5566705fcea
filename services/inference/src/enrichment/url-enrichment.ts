import { Inject, Injectable } from '@nestjs/common';
import { type EnrichmentResponse, type EnrichmentVerdict, type ItemError, UCI_30 } from '@weir/contracts';
import { Enricher, type Enrichment } from '@weir/enrichment';
import { CONFIG, Environment, isWeirError, LOGGER, type Logger, WeirError } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { classifyRows } from '../prediction-port/row-classifier.js';
import { EnrichmentMetrics, type EnrichmentResult } from './enrichment-metrics.js';

/** A URL looked up and judged by the `uci-30` champion. */
@Injectable()
export class UrlEnrichment {
  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(Enricher) private readonly enricher: Enricher,
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(EnrichmentMetrics) private readonly metrics: EnrichmentMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Never rejects: where nothing could be had, the answer says why. */
  async enrich(text: string): Promise<EnrichmentResponse> {
    try {
      const scored = await this.#scored(text);
      this.metrics.count('scored');
      return scored;
    } catch (error) {
      const failure = this.#failureOf(error);
      this.metrics.count(resultOf(failure));
      return itemError(failure);
    }
  }

  async #scored(text: string): Promise<EnrichmentVerdict> {
    const start = performance.now();
    if (!this.environment.enrich) {
      throw new WeirError('WEIR_ENRICHMENT_UNAVAILABLE', 'Enrichment is switched off by WEIR_ENRICH');
    }
    const url = parsed(text);
    // Without a model there is no verdict to look anything up for.
    this.slots.require(UCI_30.name);
    const enrichment = await this.enricher.enrich(url);
    const tookMs = Math.round(performance.now() - start);
    this.metrics.observe(tookMs / 1_000, enrichment.missing);
    return { ...judge(this.slots.require(UCI_30.name), enrichment), ...enrichment, tookMs };
  }

  #failureOf(error: unknown): WeirError {
    if (isWeirError(error)) return error;
    this.logger.error({ err: error }, 'enrichment failed');
    return new WeirError('WEIR_INTERNAL', 'Enrichment failed', { cause: error });
  }
}

function parsed(text: string): ParsedUrl {
  const url = parseUrl(text);
  if (isUrlProblem(url)) throw new WeirError('WEIR_URL_INVALID', url.message);
  return url;
}

function judge(
  model: ServedModel,
  { features }: Enrichment,
): Pick<EnrichmentVerdict, 'verdict' | 'probability' | 'model'> {
  const row = model.artifact.featureNames.map((name) => features[name] ?? null);
  const places = row.map((_value, index) => index);
  const [prediction] = classifyRows(model, [row], places);
  if (prediction === undefined) throw new RangeError('one row has one prediction');
  const { verdict, probability } = prediction;
  return { verdict, probability, model: { name: model.name, version: model.version } };
}

function resultOf({ code }: WeirError): EnrichmentResult {
  if (code === 'WEIR_ENRICHMENT_REFUSED' || code === 'WEIR_URL_INVALID') return 'refused';
  return code === 'WEIR_INTERNAL' ? 'failed' : 'unavailable';
}

function itemError({ code, message }: WeirError): ItemError {
  return { error: { code, message } };
}
