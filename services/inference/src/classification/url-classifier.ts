import { Injectable } from '@nestjs/common';
import { type ScoredUrl, type Verdict, verdictOf } from '@weir/contracts';
import { describeReason, extractUrlFeatures, type ParsedUrl, urlFeatureNames } from '@weir/url-features';
import type { ServedModel } from '../model-slot/index.js';

/** The model that judges raw URLs. */
export const URL_MODEL = 'url';

const COLUMNS = urlFeatureNames.length;
const MOST_REASONS = 4;

/**
 * How reasons are found. `exact`: Shapley values, a tenth of a millisecond to two a URL, for whoever asks and waits.
 * `by-path`: what each split on the trees' paths changed, some ten microseconds, for the stream; they sum to the same score.
 */
export type Reasons = 'exact' | 'by-path' | 'none';

/** Parsed URLs → features → probabilities → verdicts, a batch at a time, in memory that is kept between batches. */
@Injectable()
export class UrlClassifier {
  #values = new Float32Array(0);
  #probabilities = new Float32Array(0);

  /**
   * One verdict for each URL, in order. `model` reads exactly `urlFeatureNames`. Synchronous on purpose: the buffers
   * are shared by all who call. Reasons are given for verdicts other than safe.
   */
  classify(model: ServedModel, urls: readonly ParsedUrl[], reasons: Reasons): ScoredUrl[] {
    if (urls.length === 0) return [];
    this.#reserve(urls.length);
    for (let row = 0; row < urls.length; row++) {
      extractUrlFeatures(urls[row] as ParsedUrl, this.#values, row * COLUMNS);
    }
    model.scorer.score(this.#values, urls.length, this.#probabilities);
    return urls.map((parsed, row) => {
      const probability = this.#probabilities[row] as number;
      const verdict = verdictOf(probability, model.artifact.thresholds);
      return {
        verdict,
        probability,
        reasons: needsReasons(verdict) ? this.#reasons(model, row, parsed, reasons) : [],
      };
    });
  }

  /** Sentences on what speaks most for phishing; what speaks against it is no reason for the verdict. */
  #reasons({ scorer }: ServedModel, row: number, parsed: ParsedUrl, reasons: Reasons): string[] {
    if (reasons === 'none') return [];
    const contributions =
      reasons === 'exact'
        ? scorer.explainRow(this.#values, row, COLUMNS)
        : scorer.explainRowByPath(this.#values, row, COLUMNS);
    return contributions
      .filter(({ contribution }) => contribution > 0)
      .slice(0, MOST_REASONS)
      .map(({ feature, value }) => describeReason(feature, value, parsed));
  }

  #reserve(rows: number): void {
    if (this.#probabilities.length >= rows) return;
    const capacity = Math.max(rows, this.#probabilities.length * 2);
    this.#values = new Float32Array(capacity * COLUMNS);
    this.#probabilities = new Float32Array(capacity);
  }
}

function needsReasons(verdict: Verdict): boolean {
  return verdict !== 'safe';
}
