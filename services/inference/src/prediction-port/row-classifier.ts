import {
  type LabelClass,
  type Prediction,
  type RowScores,
  VERDICTS,
  type Verdict,
  verdictOf,
} from '@weir/contracts';
import type { ServedModel } from '../model-slot/index.js';

/** Rows as the model reads them: row-major, its own columns in its own order, `NaN` where missing. */
export interface ModelRows {
  readonly values: Float32Array;
  readonly rows: number;
}

/** Rows scored without letting anything else run: a few milliseconds for most models. */
export const CHUNK_ROWS = 1_000;

/**
 * Scores rows a chunk at a time; between two of them `between` is awaited. The label is the data set's own value of the
 * most probable class. The verdict comes from the calibrated probability and the thresholds, or straight from the class
 * where the schema has a suspicious one of its own.
 */
export async function scoreRows(
  model: ServedModel,
  { values, rows }: ModelRows,
  between: () => Promise<unknown>,
): Promise<RowScores> {
  const columns = model.artifact.featureNames.length;
  const probabilities = new Float32Array(rows);
  const classes = new Int32Array(rows);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    if (from > 0) await between();
    const to = Math.min(from + CHUNK_ROWS, rows);
    const chunk = values.subarray(from * columns, to * columns);
    model.scorer.scoreBoth(chunk, to - from, probabilities.subarray(from, to), classes.subarray(from, to));
  }
  return scoresOf(model, probabilities, classes);
}

/** The prediction of one row. */
export function classifyRow(model: ServedModel, values: Float32Array): Prediction {
  const probabilities = new Float32Array(1);
  const classes = new Int32Array(1);
  model.scorer.scoreBoth(values, 1, probabilities, classes);
  return predictionsOf(scoresOf(model, probabilities, classes))[0] as Prediction;
}

function scoresOf(model: ServedModel, probabilities: Float32Array, classes: Int32Array): RowScores {
  return {
    model: { name: model.name, version: model.version },
    labels: model.classes.map(({ value }) => value),
    rows: probabilities.length,
    probabilities,
    classes: Uint8Array.from(classes),
    verdicts: verdictsOf(model, probabilities, classes),
  };
}

/** The same as objects. */
export function predictionsOf({ labels, probabilities, classes, verdicts }: RowScores): Prediction[] {
  return Array.from(probabilities, (probability, row) => ({
    label: labels[classes[row] as number] as number | string,
    verdict: VERDICTS[verdicts[row] as number] as Verdict,
    probability,
  }));
}

function verdictsOf(
  { classes: known, artifact }: ServedModel,
  probabilities: Float32Array,
  classes: Int32Array,
): Uint8Array {
  const straight = hasSuspiciousClass(known);
  return Uint8Array.from(probabilities, (probability, row) =>
    VERDICTS.indexOf(
      straight
        ? (known[classes[row] as number] as LabelClass).verdict
        : verdictOf(probability, artifact.thresholds),
    ),
  );
}

function hasSuspiciousClass(classes: readonly LabelClass[]): boolean {
  return classes.some(({ verdict }) => verdict === 'suspicious');
}
