import { Inject, Injectable } from '@nestjs/common';
import {
  type EnrichmentResponse,
  type EnrichmentVerdict,
  type ItemError,
  type StreamedEnrichment,
  UCI_30,
} from '@weir/contracts';
import { Enricher, type Enrichment } from '@weir/enrichment';
import { CONFIG, Environment, isWeirError, LOGGER, type Logger, WeirError } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { classifyRow } from '../prediction-port/row-classifier.js';
import { EnrichmentMetrics, type EnrichmentResult, type EnrichmentSource } from './enrichment-metrics.js';

/** What was found, and how long that took. */
interface Findings extends Enrichment {
  readonly tookMs: number;
}

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

  /** For whoever asks. Never rejects: where nothing could be had, the answer says why. */
  async enrich(text: string): Promise<EnrichmentResponse> {
    try {
      const scored = await this.#scored(text);
      this.metrics.count('port', 'scored');
      return scored;
    } catch (error) {
      return this.#failed('port', this.#failureOf(error));
    }
  }

  /**
   * For the stream, which keeps what it cannot do yet: without a champion the features stand alone, and where there is
   * no place the promise rejects, with `WEIR_ENRICHMENT_UNAVAILABLE` and nothing else.
   */
  async enrichStreamed(text: string): Promise<StreamedEnrichment> {
    try {
      const found = await this.#lookUp('stream', parsed(text));
      const model = this.slots.current(UCI_30.name);
      this.metrics.count('stream', model === undefined ? 'unscored' : 'scored');
      return streamed(model, found);
    } catch (error) {
      const failure = this.#failureOf(error);
      if (failure.code === 'WEIR_ENRICHMENT_UNAVAILABLE') throw failure;
      return this.#failed('stream', failure);
    }
  }

  async #scored(text: string): Promise<EnrichmentVerdict> {
    if (!this.environment.enrich) {
      throw new WeirError('WEIR_ENRICHMENT_UNAVAILABLE', 'Enrichment is switched off by WEIR_ENRICH');
    }
    const url = parsed(text);
    // Without a model there is no verdict to look anything up for.
    this.slots.require(UCI_30.name);
    const found = await this.#lookUp('port', url);
    return { ...judge(this.slots.require(UCI_30.name), found), ...found };
  }

  async #lookUp(source: EnrichmentSource, url: ParsedUrl): Promise<Findings> {
    const start = performance.now();
    const enrichment = await this.enricher.enrich(url);
    const tookMs = Math.round(performance.now() - start);
    this.metrics.observe(source, tookMs / 1_000, enrichment.missing);
    return { ...enrichment, tookMs };
  }

  #failed(source: EnrichmentSource, failure: WeirError): ItemError {
    this.metrics.count(source, resultOf(failure));
    return itemError(failure);
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

function streamed(model: ServedModel | undefined, found: Findings): StreamedEnrichment {
  const { redirects, missing, ...others } = found;
  return {
    ...(model === undefined ? {} : judge(model, found)),
    ...others,
    missing: [...missing],
    ...(redirects === null ? {} : { redirects }),
  };
}

function judge(
  model: ServedModel,
  { features }: Enrichment,
): Pick<EnrichmentVerdict, 'verdict' | 'probability' | 'model'> {
  const row = Float32Array.from(model.artifact.featureNames, (name) => features[name] ?? Number.NaN);
  const { verdict, probability } = classifyRow(model, row);
  return { verdict, probability, model: { name: model.name, version: model.version } };
}

function resultOf({ code }: WeirError): EnrichmentResult {
  if (code === 'WEIR_ENRICHMENT_REFUSED' || code === 'WEIR_URL_INVALID') return 'refused';
  return code === 'WEIR_INTERNAL' ? 'failed' : 'unavailable';
}

function itemError({ code, message }: WeirError): ItemError {
  return { error: { code, message } };
}
