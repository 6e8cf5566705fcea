import { Inject, Injectable } from '@nestjs/common';
import type { ScoredUrl } from '@weir/contracts';
import { CONFIG, Environment, LOGGER, type Logger } from '@weir/platform';
import { Canary, type CanaryRecord, type Judged } from '../canary/index.js';
import { type AcceptedRecord, parsedOf } from '../classification/batch-reading.js';
import { UrlClassifier } from '../classification/url-classifier.js';
import { ChallengerMetrics } from '../metrics/index.js';
import { type Challenger, ModelSlots, type ServedModel } from '../model-slot/index.js';
import { type ChosenRecords, chooseRecords } from './chosen-records.js';
import { ScoreDrift } from './score-drift.js';

/** What both models say of a record, by its row in the batch. */
export interface Comparison {
  readonly row: number;
  readonly champion: ScoredUrl;
  readonly challenger: ScoredUrl;
}

/** A batch that the challenger scored its shares of. */
export interface ChallengedBatch {
  readonly champion: ServedModel;
  readonly challenger: ServedModel;
  /** In order, the canary's rows as the challenger has them. */
  readonly scored: readonly ScoredUrl[];
  /** Rows whose verdict the challenger gives. */
  readonly answered: ReadonlySet<number>;
  /** For `urls.verdicts.shadow`. */
  readonly compared: readonly Comparison[];
  /** Counts it; once its verdicts were acknowledged. */
  observe(now: number): void;
}

/** Batches in a row of which a challenger may fail on half or more, before this process asks it no more. */
const MOST_FAILURES = 5;

/**
 * Has the challenger score its shares of a batch after the champion. Whatever it does, the batch goes on: where it
 * throws, or its probability is none, the champion's verdict stands.
 */
@Injectable()
export class Challenge {
  /** Its own: the rows of the champion's classifier are still read after this. */
  readonly #classifier = new UrlClassifier();
  readonly #failures = new WeakMap<Challenger, number>();
  readonly #drifts = new WeakMap<Challenger, ScoreDrift>();

  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(Canary) private readonly canary: Canary,
    @Inject(ChallengerMetrics) private readonly metrics: ChallengerMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Undefined where there is no challenger, or none of the records is its to score: the champion's verdicts stand. */
  score(
    champion: ServedModel,
    accepted: readonly AcceptedRecord[],
    byChampion: readonly ScoredUrl[],
  ): ChallengedBatch | undefined {
    const challenger = this.slots.challenger(champion.name);
    if (challenger === undefined || this.#isSetAside(challenger)) return undefined;
    const shares = { shadow: this.environment.shadowShare, canary: this.canary.shareOf(challenger) };
    const chosen = chooseRecords(accepted, shares);
    if (chosen.shadow.length + chosen.canary.size === 0) return undefined;
    const byChallenger = this.#scoreChosen(challenger, champion, accepted, chosen);
    const answered = new Set([...chosen.canary.keys()].filter((row) => byChallenger.has(row)));
    const compared = chosen.shadow.flatMap((row) => {
      const theirs = byChallenger.get(row);
      return theirs === undefined
        ? []
        : [{ row, champion: byChampion[row] as ScoredUrl, challenger: theirs }];
    });
    const records = canaryRecords(chosen, byChampion, byChallenger);
    return {
      champion,
      challenger: challenger.model,
      scored: byChampion.map((ours, row) => (answered.has(row) ? (byChallenger.get(row) ?? ours) : ours)),
      answered,
      compared,
      observe: (now) => {
        for (const row of answered)
          this.metrics.countCanaryVerdict((byChallenger.get(row) as ScoredUrl).verdict);
        this.#compare(challenger, compared);
        this.canary.observe(challenger, champion, records, now);
      },
    };
  }

  /** By row; without those it failed on. */
  #scoreChosen(
    challenger: Challenger,
    champion: ServedModel,
    accepted: readonly AcceptedRecord[],
    { shadow, canary }: ChosenRecords,
  ): Map<number, ScoredUrl> {
    const scored = new Map<number, ScoredUrl>();
    const inShadowOnly = shadow.filter((row) => !canary.has(row));
    let failure: unknown;
    // Reasons are for readers, and nobody reads the shadow's.
    for (const [rows, reasons] of [
      [[...canary.keys()], 'by-path'],
      [inShadowOnly, 'none'],
    ] as const) {
      try {
        const urls = rows.map((row) => parsedOf(accepted[row] as AcceptedRecord));
        for (const [index, each] of this.#classifier.classify(challenger.model, urls, reasons).entries()) {
          if (each.probability >= 0 && each.probability <= 1) scored.set(rows[index] as number, each);
        }
      } catch (error) {
        failure = error;
      }
    }
    const failed = canary.size + inShadowOnly.length - scored.size;
    // Fewer are the canary's error rate to judge.
    if (failed < scored.size) this.#failures.delete(challenger);
    if (failed > 0) this.#failed(challenger, champion, { failed, scored: scored.size, error: failure });
    return scored;
  }

  #failed(
    challenger: Challenger,
    champion: ServedModel,
    { failed, scored, error }: { failed: number; scored: number; error: unknown },
  ): void {
    const { name, version } = challenger.model;
    this.metrics.countFailures(name, failed);
    const fields = { name, version, failed, scored, err: error };
    this.logger.warn(fields, 'the challenger failed on records of a batch');
    if (failed < scored) return;
    const failures = (this.#failures.get(challenger) ?? 0) + 1;
    this.#failures.set(challenger, failures);
    if (failures < MOST_FAILURES) return;
    this.metrics.countSetAside(name);
    this.logger.error(fields, 'the challenger fails again and again: this process asks it no more');
    this.canary.giveUp(challenger, champion);
  }

  #isSetAside(challenger: Challenger): boolean {
    return (this.#failures.get(challenger) ?? 0) >= MOST_FAILURES;
  }

  #compare(challenger: Challenger, compared: readonly Comparison[]): void {
    if (compared.length === 0) return;
    const drift = this.#drifts.get(challenger) ?? new ScoreDrift();
    this.#drifts.set(challenger, drift);
    for (const { champion: ours, challenger: theirs } of compared) {
      this.metrics.compare(ours.verdict, theirs.verdict, Math.abs(theirs.probability - ours.probability));
      drift.add(ours.probability, theirs.probability);
    }
    this.metrics.scoreDrift(challenger.model.name, drift.stabilityIndex(), drift.meanShift());
  }
}

function canaryRecords(
  { canary }: ChosenRecords,
  byChampion: readonly ScoredUrl[],
  byChallenger: ReadonlyMap<number, ScoredUrl>,
): CanaryRecord[] {
  return [...canary].map(([row, keyHash]) => {
    const theirs = byChallenger.get(row);
    const champion = judged(byChampion[row] as ScoredUrl);
    return { keyHash, champion, challenger: theirs && judged(theirs) };
  });
}

function judged({ probability, verdict }: ScoredUrl): Judged {
  return { probability, flagged: verdict !== 'safe' };
}
