import { binEdges } from '../binning/bin-edges.js';
import { type BinnedMatrix, binMatrix } from '../binning/binned-matrix.js';
import { collapseDuplicates } from '../dataset/collapse-duplicates.js';
import type { Matrix } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { ClassWeighting } from '../weights/class-weights.js';

/**
 * Everything a worker needs to fit on any of the folds: duplicates collapsed, binned once, in shared memory.
 * "Row" below is a collapsed row; "original row" one of the data as given.
 */
export interface Problem {
  readonly matrix: Matrix;
  readonly binned: BinnedMatrix;
  readonly labels: Int32Array;
  readonly classes: number;
  /** The row each original row became. */
  readonly rowOf: Int32Array;
  /** Weight of each original row. */
  readonly originalWeights: Float64Array;
  /** The fold each original row is validated in. */
  readonly foldOf: Int32Array;
  readonly classWeighting: ClassWeighting;
  readonly seed: number;
}

export interface ProblemOptions {
  readonly seed: number;
  /** The fold each original row is validated in; without it the problem is only fitted on all rows. */
  readonly foldOf?: Int32Array;
  readonly classWeighting?: ClassWeighting;
}

function shared<T extends Int32Array | Float64Array>(source: T, create: (buffer: SharedArrayBuffer) => T): T {
  const copy = create(new SharedArrayBuffer(Math.max(source.byteLength, 8)));
  copy.set(source);
  return copy.subarray(0, source.length) as T;
}

/** The same matrix where its memory is shared already, else a copy in shared memory. */
function sharedMatrix(matrix: Matrix): Matrix {
  if (matrix.values.buffer instanceof SharedArrayBuffer) return matrix;
  const values = new Float32Array(new SharedArrayBuffer(matrix.values.byteLength));
  values.set(matrix.values);
  return { ...matrix, values };
}

/** Prepares data for fitting. `data` must have passed `assertTrainingData`. */
export function prepareProblem(data: TrainingData, options: ProblemOptions): Problem {
  const collapsed = collapseDuplicates(data);
  const matrix = sharedMatrix(collapsed.data.matrix);
  const rows = data.matrix.rows;
  const int32 = (source: Int32Array) => shared(source, (buffer) => new Int32Array(buffer));
  return {
    matrix,
    binned: binMatrix(matrix, binEdges(data.matrix)),
    labels: int32(collapsed.data.labels),
    classes: data.classes,
    rowOf: int32(collapsed.collapsedOf),
    originalWeights: shared(
      data.weights ?? new Float64Array(rows).fill(1),
      (buffer) => new Float64Array(buffer),
    ),
    foldOf: int32(options.foldOf ?? new Int32Array(rows).fill(-1)),
    classWeighting: options.classWeighting ?? 'balanced',
    seed: options.seed,
  };
}
