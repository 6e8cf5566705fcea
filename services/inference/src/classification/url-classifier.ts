import { Injectable } from '@nestjs/common';
import { type ScoredUrl, type VerdictChange, verdictOf } from '@weir/contracts';
import type { ModelArtifact, Scorer } from '@weir/learning';
import type { ParsedUrl } from '@weir/url-features';
import type { ServedModel } from '../model-slot/index.js';
import { sentencesOf } from './reasons.js';
import { UrlRows } from './url-rows.js';
import { whatWouldChange } from './what-would-change.js';

/** The model that judges raw URLs. */
export const URL_MODEL = 'url';

/** Contributions looked at: what speaks the other way, or says the same again, is passed over. */
const MOST_CONTRIBUTIONS = 16;

/**
 * How reasons are found. `exact`: Shapley values of flagged URLs, what speaks for safe ones by path, and for both what
 * would change the verdict; for whoever asks and waits. The way depends on the URL alone, so that the same URL gets the
 * same answer however many are asked about. `by-path`: what each split on the trees' paths changed, some ten
 * microseconds, for the stream, of flagged URLs only. All sum to the same score.
 */
export type Reasons = 'exact' | 'by-path' | 'none';

/** Of a served model, what classifying takes. */
export type ScoringModel = Pick<ServedModel, 'artifact' | 'scorer'>;

/** The rows of the newest batch, as the model read them; valid until the next one. */
export interface ScoredRows {
  /** Row-major. */
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
  readonly probabilities: Float32Array;
}

/** Parsed URLs → features → probabilities → verdicts, a batch at a time, in memory that is kept between batches. */
@Injectable()
export class UrlClassifier {
  readonly #rows = new UrlRows();
  #probabilities = new Float32Array(0);
  /** Of the variants of one URL: the batch's own rows are still needed then. */
  readonly #variants = new UrlRows();
  #last: ScoredRows = {
    values: new Float32Array(0),
    columns: 0,
    rows: 0,
    probabilities: this.#probabilities,
  };

  /**
   * One verdict for each URL, in order. `model` reads exactly `urlColumns`. Synchronous on purpose: the buffers are
   * shared by all who call.
   */
  classify(model: ScoringModel, urls: readonly ParsedUrl[], reasons: Reasons): ScoredUrl[] {
    const { artifact, scorer } = model;
    if (this.#probabilities.length < urls.length) this.#probabilities = new Float32Array(urls.length * 2);
    const values = this.#rows.write(urls, artifact);
    const probabilities = scorer.score(values, urls.length, this.#probabilities);
    const scored = urls.map((_, row): ScoredUrl => {
      const probability = probabilities[row] as number;
      return { verdict: verdictOf(probability, artifact.thresholds), probability, reasons: [] };
    });
    this.#last = { values, columns: artifact.featureNames.length, rows: urls.length, probabilities };
    if (reasons === 'none') return scored;
    if (reasons === 'by-path') return scored.map((each, row) => byPath(model, values, row, each, urls));
    return this.#explained(model, values, scored, urls);
  }

  /** What `classify` scored last, for whoever sums it up in the same turn of the event loop. */
  lastRows(): ScoredRows {
    return this.#last;
  }

  #explained(
    { artifact, scorer }: ScoringModel,
    values: Float32Array,
    scored: readonly ScoredUrl[],
    urls: readonly ParsedUrl[],
  ): ScoredUrl[] {
    const judged = scored.map((each, row) => ({ ...each, parsed: urls[row] as ParsedUrl }));
    const changes = whatWouldChange(judged, artifact, (variants) =>
      this.#scoreVariants(variants, artifact, scorer),
    );
    return judged.map(({ parsed, verdict, probability }, row) => {
      const isFlagged = verdict !== 'safe';
      const contributions = isFlagged
        ? scorer.explainRow(values, row, MOST_CONTRIBUTIONS)
        : scorer.explainRowByPath(values, row, MOST_CONTRIBUTIONS);
      const sentences = sentencesOf(contributions, verdict, parsed, artifact);
      return { verdict, probability, reasons: sentences, change: changes[row] as VerdictChange };
    });
  }

  #scoreVariants(variants: readonly ParsedUrl[], artifact: ModelArtifact, scorer: Scorer): Float32Array {
    const values = this.#variants.write(variants, artifact);
    return scorer.score(values, variants.length, new Float32Array(variants.length));
  }
}

function byPath(
  { artifact, scorer }: ScoringModel,
  values: Float32Array,
  row: number,
  scored: ScoredUrl,
  urls: readonly ParsedUrl[],
): ScoredUrl {
  if (scored.verdict === 'safe') return scored;
  const contributions = scorer.explainRowByPath(values, row, MOST_CONTRIBUTIONS);
  return { ...scored, reasons: sentencesOf(contributions, scored.verdict, urls[row] as ParsedUrl, artifact) };
}
