import type { Lineage } from '../artifact/model-artifact.js';
import type { FalsePositiveRates } from '../calibration/thresholds.js';
import type { TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import type { SearchOptions } from '../search/search-models.js';
import { assertTermRows, type TermRows } from '../terms/term-rows.js';

/** What to train on, and how. */
export interface TrainingInput
  extends Pick<SearchOptions, 'algorithms' | 'grids' | 'strategy' | 'folds' | 'classWeighting'> {
  readonly data: TrainingData;
  readonly schema: string;
  readonly featureNames: readonly string[];
  /** Names of the classes, by class index. */
  readonly classes: readonly string[];
  readonly positiveIndex: number;
  readonly seed: number;
  readonly lineage: Omit<Lineage, 'seed'>;
  /** Rows with the same number are never split; identical rows where neither this nor `data.groups` is given. */
  readonly groups?: Int32Array;
  /** 0.2 where absent. */
  readonly testShare?: number;
  readonly falsePositiveRates?: FalsePositiveRates;
  /** 32 where absent. */
  readonly goldenRows?: number;
  /**
   * Terms of the rows, beside the matrix: what a linear model over them says becomes columns behind `featureNames`, one
   * a block and named so. The positive class is told from the rest.
   */
  readonly terms?: TermRows;
  /** `TermFitOptions.cost` of that model. */
  readonly termCost?: number;
}

/** The columns that the learners see: those given, and the blocks of the terms. */
export function columnNames({ featureNames, terms }: TrainingInput): string[] {
  return [...featureNames, ...(terms?.blocks ?? [])];
}

/**
 * Throws `LEARN_FEATURES_MISMATCH`, `LEARN_LABEL_INVALID` or `LEARN_ONE_CLASS` where the names do not fit the data,
 * `LEARN_TERMS_INVALID` or `LEARN_PARAMETER_INVALID` where the terms do not.
 */
export function assertInput(input: TrainingInput): void {
  assertNames(input);
  const { terms, featureNames, data, termCost = 1 } = input;
  if (!terms) return;
  assertTermRows(terms, data.matrix.rows);
  const taken = terms.blocks.find((block) => featureNames.includes(block));
  if (taken !== undefined)
    throw new LearningError('LEARN_FEATURES_MISMATCH', `${taken} names a column and a block of terms`);
  if (!(termCost > 0 && termCost < Number.POSITIVE_INFINITY))
    throw new LearningError('LEARN_PARAMETER_INVALID', `termCost is ${termCost}`);
}

function assertNames({ data, featureNames, classes, positiveIndex }: TrainingInput): void {
  if (featureNames.length !== data.matrix.columns) {
    throw new LearningError(
      'LEARN_FEATURES_MISMATCH',
      `${featureNames.length} names for ${data.matrix.columns} columns`,
    );
  }
  if (classes.length !== data.classes || classes[positiveIndex] === undefined) {
    throw new LearningError('LEARN_LABEL_INVALID', `${classes.length} names for ${data.classes} classes`);
  }
  if (!data.labels.includes(positiveIndex)) {
    throw new LearningError('LEARN_ONE_CLASS', `no row of the positive class "${classes[positiveIndex]}"`);
  }
}
