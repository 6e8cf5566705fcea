import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, Environment } from '@weir/platform';
import { type ScoredRows, UrlClassifier } from '../classification/url-classifier.js';
import type { ServedModel } from '../model-slot/index.js';
import { scoreUrls, type UrlScores } from './score-urls.js';
import { unpackScores } from './scores-message.js';
import { ScoringThread } from './scoring-threads.js';

/** Fewer URLs are scored sooner here than handed over: about half a millisecond. */
const WORTH_HANDING_OVER = 32;

/**
 * Scores the stream's batches, large ones beside the main thread, which then has its time for the bus. Where a batch is
 * scored makes no difference to its scores.
 */
@Injectable()
export class StreamScoring implements OnApplicationShutdown {
  readonly #threads: readonly ScoringThread[];

  constructor(
    @Inject(UrlClassifier) private readonly classifier: UrlClassifier,
    @Inject(CONFIG) { inferenceThreads }: Pick<Environment, 'inferenceThreads'>,
  ) {
    this.#threads = Array.from({ length: inferenceThreads }, () => new ScoringThread());
  }

  /** `onRows` gets the rows as the model read them, in the turn in which their memory is theirs. */
  async score(
    model: ServedModel,
    urls: readonly string[],
    onRows: (rows: ScoredRows) => void,
  ): Promise<UrlScores> {
    const [first, ...others] = this.#threads;
    if (first === undefined || urls.length < WORTH_HANDING_OVER) return this.#scoreHere(model, urls, onRows);
    const thread = others.reduce((least, each) => (each.load < least.load ? each : least), first);
    const { scores, rows } = unpackScores(await thread.score(model, urls), model.artifact);
    onRows(rows);
    return scores;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #scoreHere(model: ServedModel, urls: readonly string[], onRows: (rows: ScoredRows) => void): UrlScores {
    const scores = scoreUrls(this.classifier, model, urls);
    onRows(this.classifier.lastRows());
    return scores;
  }
}
