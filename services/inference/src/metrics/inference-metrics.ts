import { Inject, Injectable } from '@nestjs/common';
import type { ScoredUrl, Verdict } from '@weir/contracts';
import { METRICS, Metrics } from '@weir/platform';

const CLASSIFICATION_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const END_TO_END_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** `stream` for records of `urls.submitted`, `port` for requests over HTTP. */
export type ClassificationSource = 'stream' | 'port';
/** `loaded`; `refused`: the version cannot serve; `failed`: something was away, to be tried again. */
export type ReloadResult = 'loaded' | 'refused' | 'failed';

/** What inference counts. Labels are few and fixed: nothing a producer sends becomes one. */
@Injectable()
export class InferenceMetrics {
  readonly #verdicts;
  readonly #overruled;
  readonly #rejected;
  readonly #classificationSeconds;
  readonly #endToEndSeconds;
  readonly #modelVersion;
  readonly #reloads;

  constructor(@Inject(METRICS) metrics: Metrics) {
    this.#verdicts = metrics.counter({
      name: 'verdicts_total',
      help: 'URLs classified, by verdict',
      labels: ['verdict', 'source'],
    });
    this.#overruled = metrics.counter({
      name: 'overruled_verdicts_total',
      help: 'Verdicts that a list decided in place of the model, by list',
      labels: ['list', 'source'],
    });
    this.#rejected = metrics.counter({
      name: 'rejected_total',
      help: 'Records of urls.submitted that could not be read, by reason',
      labels: ['reason'],
    });
    this.#classificationSeconds = metrics.histogram({
      name: 'classification_seconds',
      help: 'Seconds from the bytes of a batch to its verdicts, without publishing',
      labels: ['source'],
      buckets: CLASSIFICATION_SECONDS,
    });
    this.#endToEndSeconds = metrics.histogram({
      name: 'end_to_end_seconds',
      help: 'Seconds from submittedAt to the published verdict, where submittedAt is given',
      buckets: END_TO_END_SECONDS,
    });
    this.#modelVersion = metrics.gauge({
      name: 'model_version',
      help: 'Model version in service',
      labels: ['name'],
    });
    this.#reloads = metrics.counter({
      name: 'model_reloads_total',
      help: 'Attempts to bring a version into service, by result',
      labels: ['name', 'result'],
    });
  }

  countVerdicts(source: ClassificationSource, scored: readonly Pick<ScoredUrl, 'verdict' | 'list'>[]): void {
    const counts = new Map<Verdict, number>();
    for (const { verdict, list } of scored) {
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      if (list !== undefined) this.#overruled.inc({ list: list.list, source });
    }
    for (const [verdict, count] of counts) this.#verdicts.inc({ verdict, source }, count);
  }

  countRejected(reason: string): void {
    this.#rejected.inc({ reason });
  }

  observeClassification(source: ClassificationSource, seconds: number): void {
    this.#classificationSeconds.observe({ source }, seconds);
  }

  observeEndToEnd(seconds: number): void {
    this.#endToEndSeconds.observe(seconds);
  }

  modelInService(name: string, version: number): void {
    this.#modelVersion.set({ name }, version);
  }

  countReload(name: string, result: ReloadResult): void {
    this.#reloads.inc({ name, result });
  }
}
