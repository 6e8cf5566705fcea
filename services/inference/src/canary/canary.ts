import { Inject, Injectable } from '@nestjs/common';
import { type ChallengerFigures, judgeChallenger } from '@weir/drift';
import { CONFIG, Environment, LOGGER, type Logger } from '@weir/platform';
import { ChallengerMetrics, type ReturnReason } from '../metrics/index.js';
import type { Challenger, ServedModel } from '../model-slot/index.js';
import { type CanaryReturn, CanaryReturns } from './canary-returns.js';
import { CanaryWindow, type Judged } from './canary-window.js';

/** A record of the canary's share that both models scored; `challenger` undefined where it failed. */
export interface CanaryRecord {
  readonly keyHash: number;
  readonly champion: Judged;
  readonly challenger: Judged | undefined;
}

interface Trial {
  /** `unread`: whether it was returned before is not known yet. */
  state: 'unread' | 'running' | 'returned';
  championVersion: number;
  window: CanaryWindow;
  /** Decided here, and not stored yet. */
  pending?: CanaryReturn;
}

/**
 * A challenger's time as canary: it answers a share of the keys until it is promoted or returned. Returned it is for
 * good, in every replica and after restarts, until its alias is moved again. The registry's alias is left as it is.
 */
@Injectable()
export class Canary {
  readonly #trials = new WeakMap<Challenger, Trial>();

  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(CanaryReturns) private readonly returns: CanaryReturns,
    @Inject(ChallengerMetrics) private readonly metrics: ChallengerMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The share of the keys that the challenger answers now: 0 until it is known not to have been returned. */
  shareOf(challenger: Challenger): number {
    return this.#trials.get(challenger)?.state === 'running' ? this.environment.canaryShare : 0;
  }

  /** Reads what was decided elsewhere, and stores what was decided here. Rejects where the store is away. */
  async review(challenger: Challenger): Promise<void> {
    if (this.environment.canaryShare === 0) return;
    const trial = this.#trialOf(challenger);
    if (trial.pending !== undefined) await this.#store(trial, trial.pending);
    if (trial.state === 'returned') return;
    const { name, version } = challenger.model;
    const decided = await this.returns.of({ name, version, aliasRevision: challenger.aliasRevision });
    if (decided !== null) this.#follow(challenger, trial, decided);
    else if (trial.state === 'unread') this.#begin(challenger, trial);
  }

  /** What a batch's canary records came to; judges the window where a slice of it is over, or something failed. */
  observe(
    challenger: Challenger,
    champion: ServedModel,
    records: readonly CanaryRecord[],
    now: number,
  ): void {
    const trial = this.#trials.get(challenger);
    if (trial?.state !== 'running') return;
    if (trial.championVersion !== champion.version) this.#against(trial, champion);
    if (trial.window.isOver(now)) this.#judge(challenger, trial);
    let errors = 0;
    for (const { keyHash, champion: ours, challenger: theirs } of records) {
      if (theirs === undefined) errors += 1;
      else trial.window.add(now, keyHash, ours, theirs);
    }
    if (errors === 0) return;
    trial.window.addErrors(now, errors);
    this.#judge(challenger, trial);
  }

  /** Returns it whatever the figures: this process asks it no more. */
  giveUp(challenger: Challenger, champion: ServedModel): void {
    const trial = this.#trials.get(challenger);
    if (trial?.state !== 'running') return;
    if (trial.championVersion !== champion.version) this.#against(trial, champion);
    const { figures } = judgeChallenger(trial.window.total(), this.#bounds());
    this.#return(challenger, trial, 'errors', figures);
  }

  #judge(challenger: Challenger, trial: Trial): void {
    if (trial.state !== 'running') return;
    const { against, figures } = judgeChallenger(trial.window.total(), this.#bounds());
    const { name } = challenger.model;
    if (figures.championF1 !== null) this.metrics.estimatedF1(name, 'champion', figures.championF1);
    if (figures.challengerF1 !== null) this.metrics.estimatedF1(name, 'challenger', figures.challengerF1);
    if (against !== undefined) this.#return(challenger, trial, against, figures);
  }

  /** At once in this process, whether it can be stored or not. */
  #return(challenger: Challenger, trial: Trial, reason: ReturnReason, figures: ChallengerFigures): void {
    const { name, version } = challenger.model;
    const { championVersion } = trial;
    trial.state = 'returned';
    this.metrics.canaryShare(name, 0);
    this.metrics.countReturn(name, reason);
    this.logger.error({ name, version, championVersion, reason, figures }, 'canary returned to the champion');
    const { aliasRevision } = challenger;
    const at = new Date().toISOString();
    const decided = { name, version, aliasRevision, championVersion, reason, figures, at };
    trial.pending = decided;
    // The next review stores it where this fails.
    this.#store(trial, decided).catch((error: unknown) => {
      this.logger.warn({ name, version, err: error }, "the canary's return is not stored yet; trying again");
    });
  }

  async #store(trial: Trial, decided: CanaryReturn): Promise<void> {
    await this.returns.record(decided);
    delete trial.pending;
  }

  #follow(challenger: Challenger, trial: Trial, decided: CanaryReturn): void {
    // Decided here while the store was asked: said already.
    if (trial.state === 'returned') return;
    trial.state = 'returned';
    this.metrics.canaryShare(challenger.model.name, 0);
    const { name, version, championVersion, reason, figures, at } = decided;
    const fields = { name, version, championVersion, reason, figures, decidedAt: at };
    this.logger.warn(fields, 'no canary: the version was returned to the champion');
  }

  #begin(challenger: Challenger, trial: Trial): void {
    const { name, version } = challenger.model;
    const { canaryShare } = this.environment;
    trial.state = 'running';
    this.metrics.canaryShare(name, canaryShare);
    this.logger.info({ name, version, share: canaryShare }, 'canary begins');
  }

  /** Figures against one champion say nothing of another. */
  #against(trial: Trial, champion: ServedModel): void {
    trial.championVersion = champion.version;
    trial.window = this.#newWindow();
  }

  #trialOf(challenger: Challenger): Trial {
    const known = this.#trials.get(challenger);
    if (known !== undefined) return known;
    const trial: Trial = { state: 'unread', championVersion: 0, window: this.#newWindow() };
    this.#trials.set(challenger, trial);
    return trial;
  }

  #newWindow(): CanaryWindow {
    return new CanaryWindow(this.environment.canaryWindowSeconds * 1_000);
  }

  #bounds() {
    const { canaryMaxErrorRate, canaryMaxLoss, canaryMaxFlaggedRatio } = this.environment;
    return {
      maxErrorRate: canaryMaxErrorRate,
      maxLoss: canaryMaxLoss,
      maxFlaggedRatio: canaryMaxFlaggedRatio,
    };
  }
}
