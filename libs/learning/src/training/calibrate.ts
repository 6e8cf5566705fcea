import type { ModelArtifact } from '../artifact/model-artifact.js';
import { calibrated } from '../calibration/calibration.js';
import { fitCalibration } from '../calibration/fit-calibration.js';
import { calibrationInputOf } from '../calibration/platt.js';
import { chooseThresholds, DEFAULT_FALSE_POSITIVE_RATES } from '../calibration/thresholds.js';
import type { TrainingData } from '../dataset/training-data.js';
import { mixSeed } from '../random/random.js';
import type { SearchResult } from '../search/search-models.js';
import { columnOf } from './evaluate.js';
import { operatingPoints } from './figures.js';
import type { TrainingInput } from './training-input.js';

/** What turns a model's probability into a verdict. */
export interface Decision extends Pick<ModelArtifact, 'calibration' | 'thresholds'> {
  /** Figures of it, out of fold, by name. */
  readonly points: Readonly<Record<string, number>>;
}

/** Calibration and thresholds, from predictions of rows by models that had not seen them. */
export function calibrate(input: TrainingInput, training: TrainingData, search: SearchResult): Decision {
  const { positiveIndex: positive, falsePositiveRates = DEFAULT_FALSE_POSITIVE_RATES } = input;
  const scores = columnOf(search.outOfFold, training.classes, positive);
  const { labels, groups } = training;
  const { calibration, heldOut } = fitCalibration(
    { labels, groups, probabilities: scores, positive },
    { input: calibrationInputOf(search.best.algorithm), seed: mixSeed(input.seed, 7) },
  );
  const probabilities = scores.map((score) => calibrated(calibration, score));
  const thresholds = chooseThresholds(labels, probabilities, positive, falsePositiveRates);
  return {
    calibration,
    thresholds,
    points: {
      ...operatingPoints(labels, probabilities, positive, thresholds),
      ...(heldOut && {
        'calibration.plattLogLoss': heldOut.platt,
        'calibration.isotonicLogLoss': heldOut.isotonic,
      }),
    },
  };
}
