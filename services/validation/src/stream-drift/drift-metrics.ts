import type { ModelDriftPublished } from '@weir/contracts';
import { DRIFT_LEVELS } from '@weir/contracts';
import type { Metrics } from '@weir/platform';

/** How the streams of models drift. A model's name is the registry's, so labels are few. */
export class DriftMetrics {
  readonly #level;
  readonly #columns;
  readonly #scores;
  readonly #reports;

  constructor(metrics: Metrics) {
    this.#level = metrics.gauge({
      name: 'stream_drift_level',
      help: 'Newest report on what a model scores: 0 ok, 1 some columns drifted, 2 many did, or its answers',
      labels: ['name'],
    });
    this.#columns = metrics.gauge({
      name: 'stream_drift_columns',
      help: 'Columns that drifted in the newest report on what a model scores',
      labels: ['name'],
    });
    this.#scores = metrics.gauge({
      name: 'stream_drift_scores',
      help: "Population stability index of a model's scores in the newest report",
      labels: ['name'],
    });
    this.#reports = metrics.counter({
      name: 'stream_drift_reports_total',
      help: 'Reports on what a model scores, by level',
      labels: ['name', 'level'],
    });
  }

  observe({ model: { name }, level, drifted, scores }: ModelDriftPublished): void {
    this.#level.set({ name }, DRIFT_LEVELS.indexOf(level));
    this.#columns.set({ name }, drifted.length);
    if (scores !== undefined) this.#scores.set({ name }, scores.populationStabilityIndex);
    this.#reports.inc({ name, level });
  }
}
