import type { Matrix } from '../dataset/matrix.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import {
  BLOCK_ROWS,
  COLUMN_BYTES,
  MASK_BYTES,
  NODE_BYTES,
  predictionKernels,
  TEST_BYTES,
} from './kernels.js';
import { collectTests, type ThresholdTests } from './threshold-tests.js';
import { orderTree, type TreeOrder } from './tree-order.js';
import { type KernelFunction, MemoryPlan } from './wasm/module.js';

/** Beyond this a row's own walk costs less than every node's share of it. */
const MOST_INNER_NODES = 8_192;
const MOST_COLUMNS = 2 ** 20;
/** Binary digits of the number of a leaf. */
const MOST_DIGITS = 16;

/** Where a tree's parts stand in the kernels' memory, in bytes. */
interface TreePlace {
  readonly nodes: number;
  readonly end: number;
  readonly leafMasks: number;
  readonly leaves: number;
  /** The end of the masks of its leaves' digits. */
  readonly digitsEnd: number;
  readonly values: number;
  /** The sums of the first row it adds to. */
  readonly sums: number;
}

/**
 * An ensemble made ready for batches. 128 rows walk at once, a bit each: every distinct test is asked of the block
 * once, then a node's rows are its parent's and (or and not) the test's answer, whatever the rows, so that nothing
 * waits for memory or a guessed branch. (The idea of QuickScorer, Lucchese et al. 2015, turned from leaves to rows.)
 * Its working memory is its own: one batch at a time.
 */
export class CompiledEnsemble {
  private readonly ints: Int32Array;
  private readonly floats: Float32Array;
  private readonly blockSums: Float64Array;
  private readonly kernels: Record<string, KernelFunction>;
  private readonly usedColumns: Int32Array;
  private readonly places: TreePlace[] = [];
  private readonly at: ReturnType<typeof planMemory>;

  constructor(
    private readonly trees: TreeEnsemble,
    readonly outputs: number,
    orders: readonly TreeOrder[],
    private readonly tests = collectTests(trees),
  ) {
    this.usedColumns = Int32Array.from(new Set(tests.column)).sort();
    const plan = new MemoryPlan();
    this.at = planMemory(plan, trees, tests, orders, this.usedColumns.length, outputs);
    const { memory, kernels } = predictionKernels(trees.width).open(plan.bytes);
    this.kernels = kernels;
    this.ints = new Int32Array(memory);
    this.floats = new Float32Array(memory);
    this.blockSums = new Float64Array(memory, this.at.sums, BLOCK_ROWS * outputs);
    this.ints.fill(-1, this.at.masks / 4, (this.at.masks + MASK_BYTES) / 4); // every row starts in the root
    this.writeTests();
    this.writeTrees(orders);
  }

  private writeTests(): void {
    const placeOf = new Map(
      Array.from(this.usedColumns, (column, index) => [column, this.at.columns + index * COLUMN_BYTES]),
    );
    this.tests.column.forEach((column, test) => {
      const to = (this.at.tests + test * TEST_BYTES) / 4;
      this.ints[to] = placeOf.get(column)!;
      this.floats[to + 1] = this.tests.threshold[test]!;
    });
  }

  private writeTrees(orders: readonly TreeOrder[]): void {
    const { left, right, width, values } = this.trees;
    const maskOf = new Int32Array(this.trees.feature.length);
    const shift = width === this.outputs ? 0 : 1;
    let node = this.at.nodes / 4;
    let value = this.at.values / 4;
    orders.forEach(({ inner, leaves }, tree) => {
      [...inner, ...leaves].forEach((each, index) => {
        maskOf[each] = this.at.masks + index * MASK_BYTES;
      });
      this.places.push({
        nodes: node * 4,
        end: node * 4 + inner.length * NODE_BYTES,
        leafMasks: this.at.masks + inner.length * MASK_BYTES,
        leaves: leaves.length,
        digitsEnd: this.at.digits + (32 - Math.clz32(leaves.length - 1)) * MASK_BYTES,
        values: value * 4,
        sums: this.at.sums + 8 * shift * (tree % this.outputs),
      });
      for (const each of inner) {
        this.ints[node++] = this.at.answers + this.tests.ofNode[each]! * MASK_BYTES;
        this.ints[node++] = maskOf[left[each]!]!;
        this.ints[node++] = maskOf[right[each]!]!;
      }
      for (const each of leaves) {
        for (let index = 0; index < width; index++) this.floats[value++] = values[each * width + index]!;
      }
    });
  }

  /** As `addTreeScores`: the same sums, to the bit. Allocates nothing for the rows. */
  addScores(matrix: Matrix, sums: Float64Array): void {
    const { outputs, blockSums } = this;
    for (let from = 0; from < matrix.rows; from += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, matrix.rows - from);
      this.readColumns(matrix, from, rows);
      this.askTests();
      for (let index = 0; index < rows * outputs; index++) blockSums[index] = sums[from * outputs + index]!;
      for (const place of this.places) this.addTree(place);
      for (let index = 0; index < rows * outputs; index++) sums[from * outputs + index] = blockSums[index]!;
    }
  }

  /** Rows past the last keep what the block before left there; nobody reads their sums. */
  private readColumns({ columns, values }: Matrix, from: number, rows: number): void {
    const { floats, usedColumns } = this;
    const to = this.at.columns / 4;
    for (let row = 0; row < rows; row++) {
      const start = (from + row) * columns;
      for (let index = 0; index < usedColumns.length; index++) {
        floats[to + index * BLOCK_ROWS + row] = values[start + usedColumns[index]!]!;
      }
    }
  }

  private askTests(): void {
    const { tests, answers } = this.at;
    const { missingLeft, threshold } = this.tests;
    const middle = tests + missingLeft * TEST_BYTES;
    this.kernels.testMissingLeft!(tests, middle, answers);
    this.kernels.testMissingRight!(
      middle,
      tests + threshold.length * TEST_BYTES,
      answers + missingLeft * MASK_BYTES,
    );
  }

  private addTree({ nodes, end, leafMasks, leaves, digitsEnd, values, sums }: TreePlace): void {
    const { masks, digits, numbers } = this.at;
    this.kernels.descend!(nodes, end, masks);
    this.kernels.numberLeaves!(leafMasks, leaves, digits);
    this.kernels.gatherNumbers!(digits, digitsEnd, numbers);
    this.kernels.addLeaves!(numbers, values, sums, 8 * this.outputs);
  }
}

function planMemory(
  plan: MemoryPlan,
  trees: TreeEnsemble,
  tests: ThresholdTests,
  orders: readonly TreeOrder[],
  columns: number,
  outputs: number,
) {
  const inner = orders.reduce((sum, order) => sum + order.inner.length, 0);
  const leaves = orders.reduce((sum, order) => sum + order.leaves.length, 0);
  const largest = orders.reduce((most, order) => Math.max(most, order.leaves.length), 0);
  return {
    tests: plan.take(tests.column.length * TEST_BYTES),
    answers: plan.take(tests.column.length * MASK_BYTES),
    nodes: plan.take(inner * NODE_BYTES),
    values: plan.take(leaves * trees.width * 4),
    columns: plan.take(columns * COLUMN_BYTES),
    sums: plan.take(BLOCK_ROWS * outputs * 8),
    // A binary tree has one inner node fewer than leaves; one more mask follows the last leaf's.
    masks: plan.take(2 * largest * MASK_BYTES),
    digits: plan.take(MOST_DIGITS * MASK_BYTES),
    numbers: plan.take(BLOCK_ROWS * 2),
  };
}

/**
 * Makes an ensemble ready for `CompiledEnsemble.addScores`, or gives undefined where a tree is so large, or the
 * columns are so many, that row by row is the better way. Costs about as much as 100 rows' predictions.
 */
export function compileEnsemble(trees: TreeEnsemble, outputs: number): CompiledEnsemble | undefined {
  if (trees.feature.some((column) => column >= MOST_COLUMNS)) return undefined;
  const orders = Array.from(trees.roots, (root) => orderTree(trees, root));
  if (orders.some(({ inner }) => inner.length > MOST_INNER_NODES)) return undefined;
  return new CompiledEnsemble(trees, outputs, orders);
}
