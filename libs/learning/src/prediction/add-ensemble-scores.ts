import type { Matrix } from '../dataset/matrix.js';
import { addTreeScores } from '../tree/predictor.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import { type CompiledEnsemble, compileEnsemble } from './compiled-ensemble.js';

/** Fewer rows than this are walked one by one: a block of 128 costs the same for one. */
const FEWEST_ROWS = 12;

interface Preparation {
  /** Rows × trees that were asked of the ensemble so far, in batches worth a compiled one. */
  asked: number;
  compiled?: CompiledEnsemble | undefined;
}

const preparations = new WeakMap<TreeEnsemble, Preparation>();

/** Compiles once the walks asked for cost about what compiling does, so that neither ever costs much in vain. */
function compiledFor(trees: TreeEnsemble, outputs: number, rows: number): CompiledEnsemble | undefined {
  let preparation = preparations.get(trees);
  if (!preparation) {
    preparation = { asked: 0 };
    preparations.set(trees, preparation);
  }
  const before = preparation.asked;
  preparation.asked += rows * trees.roots.length;
  const worthwhile = trees.feature.length;
  if (before < worthwhile && preparation.asked >= worthwhile) {
    preparation.compiled = compileEnsemble(trees, outputs);
  }
  return preparation.compiled?.outputs === outputs ? preparation.compiled : undefined;
}

/** Does what `addTreeScores` does, to the bit; in batches many times as fast. */
export function addEnsembleScores(
  trees: TreeEnsemble,
  outputs: number,
  matrix: Matrix,
  sums: Float64Array,
): void {
  const compiled = matrix.rows < FEWEST_ROWS ? undefined : compiledFor(trees, outputs, matrix.rows);
  if (compiled) compiled.addScores(matrix, sums);
  else addTreeScores(trees, outputs, matrix, sums);
}
