import {
  type LabelClass,
  type Prediction,
  type PredictionsRequest,
  type Verdict,
  verdictOf,
} from '@weir/contracts';
import type { ServedModel } from '../model-slot/index.js';

type Row = PredictionsRequest['rows'][number];

/**
 * A prediction for each row, in order. `places` says where each of the model's features stands in a row.
 * `label` is the data set's own value of the most probable class. The verdict comes from the calibrated probability
 * and the thresholds, or straight from the class where the schema has a suspicious one of its own.
 */
export function classifyRows(
  model: ServedModel,
  rows: readonly Row[],
  places: readonly number[],
): Prediction[] {
  const values = matrixOf(rows, places);
  const probabilities = new Float32Array(rows.length);
  const classes = new Int32Array(rows.length);
  model.scorer.scoreBoth(values, rows.length, probabilities, classes);
  const straight = hasSuspiciousClass(model);
  return rows.map((_row, index) => {
    const probability = probabilities[index] as number;
    const label = model.classes[classes[index] as number] as LabelClass;
    const verdict = straight ? label.verdict : verdictOf(probability, model.artifact.thresholds);
    return { label: label.value, verdict, probability };
  });
}

function hasSuspiciousClass({ classes }: ServedModel): boolean {
  const suspicious: Verdict = 'suspicious';
  return classes.some(({ verdict }) => verdict === suspicious);
}

/** Row-major, in the model's order; a missing value is `NaN`. */
function matrixOf(rows: readonly Row[], places: readonly number[]): Float32Array {
  const values = new Float32Array(rows.length * places.length);
  let at = 0;
  for (const row of rows) {
    for (const place of places) values[at++] = row[place] ?? Number.NaN;
  }
  return values;
}
