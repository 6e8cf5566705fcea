import { Inject, Injectable } from '@nestjs/common';
import type { Verdict } from '@weir/contracts';
import { METRICS, Metrics } from '@weir/platform';
import type { ReloadResult } from './inference-metrics.js';

const DIFFERENCES = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1];

export type ReturnReason = 'errors' | 'estimate' | 'flagged-share';

/** What is counted of a version that is not champion yet: in shadow, and as canary. */
@Injectable()
export class ChallengerMetrics {
  readonly #version;
  readonly #reloads;
  readonly #failures;
  readonly #setAside;
  readonly #agreement;
  readonly #difference;
  readonly #stability;
  readonly #meanShift;
  readonly #share;
  readonly #canaryVerdicts;
  readonly #estimatedF1;
  readonly #returns;

  constructor(@Inject(METRICS) metrics: Metrics) {
    const labels = ['name'] as const;
    this.#version = metrics.gauge({
      name: 'challenger_version',
      help: 'Version that is seen beside the champion; 0: none',
      labels,
    });
    this.#reloads = metrics.counter({
      name: 'challenger_reloads_total',
      help: 'Attempts to bring a challenger into its place, by result',
      labels: ['name', 'result'],
    });
    this.#failures = metrics.counter({
      name: 'challenger_failures_total',
      help: 'Records that the challenger could not score',
      labels,
    });
    this.#setAside = metrics.counter({
      name: 'challengers_set_aside_total',
      help: 'Challengers that this process asks no more, because they failed too often',
      labels,
    });
    this.#agreement = metrics.counter({
      name: 'shadow_verdicts_total',
      help: "URLs that both scored, by the champion's verdict and the challenger's",
      labels: ['champion', 'challenger'],
    });
    this.#difference = metrics.histogram({
      name: 'shadow_score_difference',
      help: "Absolute difference of the challenger's probability from the champion's",
      buckets: DIFFERENCES,
    });
    this.#stability = metrics.gauge({
      name: 'shadow_score_psi',
      help: "Population stability index of the challenger's probabilities against the champion's",
      labels,
    });
    this.#meanShift = metrics.gauge({
      name: 'shadow_score_mean_shift',
      help: "Mean of the challenger's probabilities above the champion's",
      labels,
    });
    this.#share = metrics.gauge({
      name: 'canary_share',
      help: 'Share of the keys that the challenger answers now',
      labels,
    });
    this.#canaryVerdicts = metrics.counter({
      name: 'canary_verdicts_total',
      help: 'Verdicts that the challenger gave in the place of the champion',
      labels: ['verdict'],
    });
    this.#estimatedF1 = metrics.gauge({
      name: 'canary_estimated_f1',
      help: "F1 of flagging over the canary's window as calibrated probabilities let expect it",
      labels: ['name', 'model'],
    });
    this.#returns = metrics.counter({
      name: 'canary_returns_total',
      help: 'Canaries that this process returned to the champion, by reason',
      labels: ['name', 'reason'],
    });
  }

  challengerInPlace(name: string, version: number | undefined): void {
    this.#version.set({ name }, version ?? 0);
  }

  countReload(name: string, result: ReloadResult): void {
    this.#reloads.inc({ name, result });
  }

  countFailures(name: string, records: number): void {
    this.#failures.inc({ name }, records);
  }

  countSetAside(name: string): void {
    this.#setAside.inc({ name });
  }

  compare(champion: Verdict, challenger: Verdict, difference: number): void {
    this.#agreement.inc({ champion, challenger });
    this.#difference.observe(difference);
  }

  scoreDrift(name: string, stability: number, meanShift: number): void {
    this.#stability.set({ name }, stability);
    this.#meanShift.set({ name }, meanShift);
  }

  canaryShare(name: string, share: number): void {
    this.#share.set({ name }, share);
  }

  countCanaryVerdict(verdict: Verdict): void {
    this.#canaryVerdicts.inc({ verdict });
  }

  estimatedF1(name: string, model: 'champion' | 'challenger', f1: number): void {
    this.#estimatedF1.set({ name, model }, f1);
  }

  countReturn(name: string, reason: ReturnReason): void {
    this.#returns.inc({ name, reason });
  }
}
