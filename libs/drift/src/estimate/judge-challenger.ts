import { type ExpectedConfusion, expectedF1, flaggedShare, rowsOf } from './expected-confusion.js';
import type { GroupedConfusion } from './grouped-confusion.js';
import { lowerBound, type PairedEstimate, pairedEstimate } from './paired-estimate.js';
import { wilsonLowerBound } from './wilson.js';

/** What a challenger may be worse by before it is sent back. */
export interface ChallengerBounds {
  /** Of its rows that could not be scored, 0 to 1. */
  readonly maxErrorRate: number;
  /** Estimated F1 below the champion's. */
  readonly maxLoss: number;
  /** Between the odds of a row's being flagged, either way; at least 1. */
  readonly maxFlaggedRatio: number;
}

/** A window of rows that both models scored; those the challenger failed on are errors and in neither confusion. */
export interface ChallengerWindow {
  readonly errors: number;
  readonly champion: GroupedConfusion;
  readonly challenger: GroupedConfusion;
}

/** Null where the window has nothing to tell it from. */
export interface ChallengerFigures {
  /** Rows given to the challenger, errors included. */
  readonly rows: number;
  readonly errors: number;
  readonly championF1: number | null;
  readonly challengerF1: number | null;
  /** Standard error of the difference. */
  readonly f1Error: number | null;
  readonly championFlaggedShare: number | null;
  readonly challengerFlaggedShare: number | null;
}

export interface ChallengerJudgement {
  /** Undefined where nothing speaks against it beyond noise. */
  readonly against?: 'errors' | 'estimate' | 'flagged-share';
  readonly figures: ChallengerFigures;
}

/**
 * Standard errors by which a bound must be passed. A window is looked at again and again, so that 2 would be passed by
 * noise within the hour.
 */
const BEYOND_NOISE = 4;
/** Fewer tell nothing. */
const LEAST_ROWS = 500;
const LEAST_GROUPS = 30;
const LEAST_ERRORS = 5;

/**
 * Whether a challenger's window passes a bound beyond noise: errors by Wilson's interval; estimated F1 and the odds of
 * being flagged against the champion's on the same rows, by the jackknife over groups of keys. The estimate trusts the
 * challenger's own probabilities; the flagged share is what a challenger that is sure and wrong is caught by.
 *
 * Of 1,200 simulated canaries of a sound challenger, fifty looks each, none ended in a return; of 400 in which ten keys
 * alone were positive, 2.
 */
export function judgeChallenger(window: ChallengerWindow, bounds: ChallengerBounds): ChallengerJudgement {
  const { errors, champion, challenger } = window;
  const loss = pairedEstimate(champion, challenger, (a, b) => expectedF1(a) - expectedF1(b));
  const figures = figuresOf(window, loss);
  const { rows } = figures;
  if (errors >= LEAST_ERRORS && wilsonLowerBound(errors, rows, BEYOND_NOISE) > bounds.maxErrorRate) {
    return { against: 'errors', figures };
  }
  if (rows - errors < LEAST_ROWS) return { figures };
  if (isBeyond(loss, bounds.maxLoss)) return { against: 'estimate', figures };
  const { maxFlaggedRatio } = bounds;
  const above = pairedEstimate(champion, challenger, (a, b) => excess(a, b, maxFlaggedRatio));
  const below = pairedEstimate(champion, challenger, (a, b) => -excess(a, b, 1 / maxFlaggedRatio));
  if (isBeyond(above, 0) || isBeyond(below, 0)) return { against: 'flagged-share', figures };
  return { figures };
}

function isBeyond(estimate: PairedEstimate | null, bound: number): boolean {
  if (estimate === null || estimate.groups < LEAST_GROUPS) return false;
  return lowerBound(estimate, BEYOND_NOISE) > bound;
}

/** The challenger's flagged share above the one whose odds are `ratio` times the champion's. */
function excess(champion: ExpectedConfusion, challenger: ExpectedConfusion, ratio: number): number {
  const share = flaggedShare(champion);
  return flaggedShare(challenger) - (ratio * share) / (1 - share + ratio * share);
}

function figuresOf(window: ChallengerWindow, loss: PairedEstimate | null): ChallengerFigures {
  const [champion, challenger] = [window.champion.total(), window.challenger.total()];
  return {
    rows: Math.round(rowsOf(challenger)) + window.errors,
    errors: window.errors,
    championF1: known(expectedF1(champion)),
    challengerF1: known(expectedF1(challenger)),
    f1Error: known(loss?.standardError ?? Number.NaN),
    championFlaggedShare: known(flaggedShare(champion)),
    challengerFlaggedShare: known(flaggedShare(challenger)),
  };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
