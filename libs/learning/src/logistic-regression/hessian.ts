import { type Design, outputsOf } from './design.js';
import type { LogLoss } from './objective.js';

/** Multiplications between two yields: some hundredths of a second. */
const STEP = 2e7;

/** Where a block of the Hessian begins, and how far apart its rows are. */
interface Block {
  readonly at: number;
  readonly stride: number;
}

/**
 * Adds Σ factor · x xᵀ (x with a 1 behind it) to the lower half of a block, four rows at a time: each entry is then
 * loaded and stored a quarter as often.
 */
function addGram(
  { values, rows, features }: Design,
  factors: Float64Array,
  first: number,
  end: number,
  hessian: Float64Array,
  { at, stride }: Block,
): void {
  for (let row = first; row < end; row += 4) {
    // Past the end, the last row again with factor 0.
    const a = row * features;
    const b = Math.min(row + 1, rows - 1) * features;
    const c = Math.min(row + 2, rows - 1) * features;
    const d = Math.min(row + 3, rows - 1) * features;
    const factorA = factors[row]!;
    const factorB = row + 1 < end ? factors[row + 1]! : 0;
    const factorC = row + 2 < end ? factors[row + 2]! : 0;
    const factorD = row + 3 < end ? factors[row + 3]! : 0;
    const intercepts = at + features * stride;
    for (let i = 0; i < features; i += 2) {
      // Two columns at a time: each value loaded serves both. Past the end, a column of the half that is not read.
      const next = Math.min(i + 1, features - 1);
      const ownA = factorA * values[a + i]!;
      const ownB = factorB * values[b + i]!;
      const ownC = factorC * values[c + i]!;
      const ownD = factorD * values[d + i]!;
      const nextA = factorA * values[a + next]!;
      const nextB = factorB * values[b + next]!;
      const nextC = factorC * values[c + next]!;
      const nextD = factorD * values[d + next]!;
      const to = at + i * stride;
      const toNext = to + stride;
      for (let j = 0; j <= next; j++) {
        const valueA = values[a + j]!;
        const valueB = values[b + j]!;
        const valueC = values[c + j]!;
        const valueD = values[d + j]!;
        hessian[to + j]! += ownA * valueA + ownB * valueB + (ownC * valueC + ownD * valueD);
        if (next > i)
          hessian[toNext + j]! += nextA * valueA + nextB * valueB + (nextC * valueC + nextD * valueD);
      }
      hessian[intercepts + i]! += ownA + ownB + (ownC + ownD);
      if (next > i) hessian[intercepts + next]! += nextA + nextB + (nextC + nextD);
    }
    hessian[intercepts + features]! += factorA + factorB + (factorC + factorD);
  }
}

/** A block below the diagonal is needed whole: its upper half is its lower. */
function mirror(hessian: Float64Array, { at, stride }: Block, size: number): void {
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) hessian[at + i * stride + j] = hessian[at + j * stride + i]!;
}

/** Weight × dp/dscore of each row, between two outputs. */
function curvatures({ design, probabilities, total }: LogLoss, a: number, b: number): Float64Array {
  const outputs = outputsOf(design.classes);
  return design.weights.map((weight, row) => {
    const own = probabilities[row * outputs + a]!;
    const other = a === b ? 1 - own : -probabilities[row * outputs + b]!;
    return (weight / total) * own * other;
  });
}

/**
 * The loss's second derivatives at its point, with `penalty` on all but the intercepts: the lower half of
 * (outputs × (features + 1))². k intercepts are free to move together; they are held where they are.
 * Yields between blocks of rows.
 */
export function* hessianOf(loss: LogLoss, penalty: number): Generator<undefined, Float64Array> {
  const { design } = loss;
  const outputs = outputsOf(design.classes);
  const size = design.features + 1;
  const stride = outputs * size;
  const hessian = new Float64Array(stride * stride);
  const rowsAStep = 4 * Math.ceil(STEP / (4 * size * size));
  for (let a = 0; a < outputs; a++) {
    for (let b = 0; b <= a; b++) {
      const factors = curvatures(loss, a, b);
      const block = { at: a * size * stride + b * size, stride };
      for (let first = 0; first < design.rows; first += rowsAStep) {
        addGram(design, factors, first, Math.min(design.rows, first + rowsAStep), hessian, block);
        if (first + rowsAStep < design.rows) yield;
      }
      if (b < a) mirror(hessian, block, size);
      if (outputs > 1) hessian[block.at + design.features * (stride + 1)]! += 1;
    }
    for (let column = 0; column < design.features; column++)
      hessian[(a * size + column) * (stride + 1)]! += penalty;
  }
  return hessian;
}
