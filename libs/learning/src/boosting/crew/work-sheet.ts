import type { BinnedMatrix } from '../../binning/binned-matrix.js';
import type { Derivatives, GradientTargetOptions } from '../gradient-target.js';

/** What members of a crew are given once: everything is in shared memory. */
export interface CrewMaterial {
  readonly binned: BinnedMatrix;
  /** Threads of the crew: they cut the work alike. */
  readonly threads: number;
  readonly derivatives: Derivatives;
  readonly options: GradientTargetOptions;
  /** Where nodes have their rows: the two sides of a {@link RowOrder}. */
  readonly orders: readonly [Int32Array, Int32Array];
  /** Room for histograms, one after another. */
  readonly slab: Float64Array;
  readonly sheet: Int32Array;
}

/** Fields of the sheet on which work is given out. */
export const FIELD = {
  /** Changes when there is new work, or the crew is dismissed: members sleep on it. */
  round: 0,
  /** The next part to be taken; whoever adds 1 has it. */
  next: 1,
  /** Parts counted. */
  done: 2,
  /** Where in the slab the histogram begins, and the rows it is counted of. */
  at: 3,
  start: 4,
  end: 5,
  /** Which of the orders they stand in. */
  side: 6,
  /** 1 when no more work will come. */
  dismissed: 7,
} as const;

export const FIELDS = 8;
