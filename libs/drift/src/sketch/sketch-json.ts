import { DriftError } from '../errors.js';
import { ColumnSketch } from './column-sketch.js';
import { SCORE_BINS, StreamSketch } from './stream-sketch.js';
import { HIGHEST_LEVEL } from './value-bins.js';

export const SKETCH_VERSION = 1;

/** Weights are kept to so many digits: a rounding of one in a hundred thousand, or none where rows were not sampled. */
const DIGITS = 5;

/** Level, missing, mean, squares, minimum, maximum, then bins and their weights. */
type ColumnJson = readonly [
  level: number,
  missing: number,
  mean: number,
  squares: number,
  minimum: number | null,
  maximum: number | null,
  bins: readonly number[],
  weights: readonly number[],
];

/** A sketch as plain data. 121 columns take 20 to 60 kB as JSON, and never more than 200. */
export interface StreamSketchJson {
  readonly version: typeof SKETCH_VERSION;
  readonly rows: number;
  readonly weightSquares: number;
  readonly columns: readonly string[];
  readonly sketches: readonly ColumnJson[];
  readonly scores: readonly number[];
  readonly verdicts: Readonly<Record<string, number>>;
}

export function sketchToJson(sketch: StreamSketch): StreamSketchJson {
  const { rows, weightSquares, columns, sketches, answers } = sketch;
  return {
    version: SKETCH_VERSION,
    rows,
    weightSquares: short(weightSquares),
    columns,
    sketches: sketches.map(columnToJson),
    scores: answers.scores.map(short),
    verdicts: answers.verdicts,
  };
}

/** A sketch from what `JSON.parse` gave. Throws `BAD_SKETCH` where it is none, or of another version. */
export function sketchFromJson(raw: unknown): StreamSketch {
  if (!isSketch(raw)) throw new DriftError('BAD_SKETCH');
  const { rows, weightSquares, columns, sketches, scores, verdicts } = raw;
  return new StreamSketch(
    columns,
    sketches.map(columnFromJson),
    { rows, weightSquares },
    { scores, verdicts },
  );
}

function columnToJson({ level, missing, moments, bins }: ColumnSketch): ColumnJson {
  const sorted = [...bins].sort((a, b) => a[0] - b[0]);
  const { weight, mean, squares, minimum, maximum } = moments;
  return [
    level,
    short(missing),
    short(mean),
    short(squares),
    weight === 0 ? null : shortSingle(minimum),
    weight === 0 ? null : shortSingle(maximum),
    sorted.map(([bin]) => (level === 0 ? shortSingle(bin) : bin)),
    sorted.map(([, count]) => short(count)),
  ];
}

function columnFromJson(json: ColumnJson): ColumnSketch {
  const [level, missing, mean, squares, minimum, maximum, bins, weights] = json;
  const exact = level === 0;
  return ColumnSketch.of({
    level,
    missing,
    bins: new Map(bins.map((bin, at) => [exact ? Math.fround(bin) : bin, weights[at] as number])),
    moments: {
      weight: weights.reduce((sum, each) => sum + each, 0),
      mean,
      squares,
      minimum: minimum === null ? Number.POSITIVE_INFINITY : Math.fround(minimum),
      maximum: maximum === null ? Number.NEGATIVE_INFINITY : Math.fround(maximum),
    },
  });
}

function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

/** The shortest decimal that is the same 32-bit number; columns hold no others. */
function shortSingle(value: number): number {
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const decimal = Number(single.toPrecision(digits));
    if (Math.fround(decimal) === single) return decimal;
  }
  return single;
}

function isSketch(raw: unknown): raw is StreamSketchJson {
  if (typeof raw !== 'object' || raw === null) return false;
  const { version, rows, weightSquares, columns, sketches, scores, verdicts } =
    raw as Partial<StreamSketchJson>;
  return (
    version === SKETCH_VERSION &&
    isWeight(rows) &&
    isWeight(weightSquares) &&
    Array.isArray(columns) &&
    columns.every((name) => typeof name === 'string') &&
    Array.isArray(sketches) &&
    sketches.length === columns.length &&
    sketches.every(isColumn) &&
    areWeights(scores) &&
    (scores.length === 0 || scores.length === SCORE_BINS) &&
    typeof verdicts === 'object' &&
    verdicts !== null &&
    areWeights(Object.values(verdicts))
  );
}

function isColumn(raw: unknown): raw is ColumnJson {
  if (!Array.isArray(raw) || raw.length !== 8) return false;
  const [level, missing, mean, squares, minimum, maximum, bins, weights] = raw as unknown[];
  const isLevel = Number.isInteger(level) && (level as number) >= 0 && (level as number) <= HIGHEST_LEVEL;
  const ends = [minimum, maximum].every((end) => end === null || Number.isFinite(end));
  if (!isLevel || !isWeight(missing) || !Number.isFinite(mean) || !isWeight(squares) || !ends) return false;
  if (!Array.isArray(bins) || !areWeights(weights) || bins.length !== weights.length) return false;
  return bins.every((bin) => (level === 0 ? Number.isFinite(bin) : Number.isInteger(bin)));
}

function isWeight(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function areWeights(values: unknown): values is number[] {
  return Array.isArray(values) && values.every(isWeight);
}
