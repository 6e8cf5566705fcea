import { MemoryPlan } from '../prediction/wasm/module.js';
import { gaussLegendre } from './gauss-legendre.js';
import type { PathTrees } from './path-trees.js';
import { CONSTANTS, constantsAt, framesBytes, MOST_PAIRS, NODE, pairsOf, SLOT } from './shap-memory.js';
import { shapKernels } from './shap-module.js';
import { answerTests } from './tree-shap.js';

type Explain = (root: number, end: number, frame: number) => void;

/** Trees of equally many pairs of points: their roots' addresses stand from `from` to `to`. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly explain: Explain;
}

/** `TreeShap` in a kernel over two points at once; the same values but for rounding. One row at a time. */
export class CompiledShap {
  private readonly answers: Uint8Array;
  private readonly slots: Float64Array;
  private readonly groups: Group[] = [];
  private readonly frame: number;
  private readonly columns: Int32Array;

  constructor(private readonly trees: PathTrees) {
    this.columns = Int32Array.from(new Set(trees.column)).sort();
    const plan = new MemoryPlan();
    plan.take(constantsAt(MOST_PAIRS + 1) - plan.bytes);
    const places = {
      roots: plan.take(trees.roots.length * 4),
      nodes: plan.take(trees.column.length * NODE.bytes),
      leaves: plan.take(trees.leaves.length * 8),
      answers: plan.take(trees.tests.column.length),
      slots: plan.take(this.columns.length * SLOT.bytes),
      frames: plan.take(framesBytes(trees.depth)),
    };
    const { memory, kernels } = shapKernels().open(plan.bytes);
    this.frame = places.frames;
    this.answers = new Uint8Array(memory, places.answers, trees.tests.column.length);
    this.slots = new Float64Array(memory, places.slots, (this.columns.length * SLOT.bytes) / 8);
    new Float64Array(memory, places.leaves, trees.leaves.length).set(trees.leaves);
    writeConstants(memory);
    this.writeNodes(memory, places);
    this.writeRoots(new Int32Array(memory), places, kernels);
  }

  private writeNodes(memory: ArrayBuffer, places: Places): void {
    const { trees } = this;
    const view = new DataView(memory);
    const slotOf = new Map(
      Array.from(this.columns, (column, index) => [column, places.slots + index * SLOT.bytes]),
    );
    for (let node = 0; node < trees.column.length; node++) {
      const at = places.nodes + node * NODE.bytes;
      view.setInt32(at + NODE.answer, places.answers + trees.test[node]!, true);
      view.setInt32(at + NODE.slot, slotOf.get(trees.column[node]!)!, true);
      view.setInt32(at + NODE.left, addressOf(trees.left[node]!, places), true);
      view.setInt32(at + NODE.right, addressOf(trees.right[node]!, places), true);
      view.setFloat64(at + NODE.leftShare, trees.leftShare[node]!, true);
      view.setFloat64(at + NODE.priorShare, trees.priorShare[node]!, true);
    }
  }

  private writeRoots(ints: Int32Array, places: Places, kernels: Record<string, Explain>): void {
    let at = places.roots;
    for (let pairs = 1; pairs <= MOST_PAIRS; pairs++) {
      const from = at;
      this.trees.roots.forEach((root, tree) => {
        if (root < 0 || pairsOf(this.trees.pathColumns[tree]!) !== pairs) return;
        ints[at / 4] = addressOf(root, places);
        at += 4;
      });
      if (at > from) this.groups.push({ from, to: at, explain: kernels[`explain${pairs}`]! });
    }
  }

  /** As `TreeShap.addContributions`. Allocates nothing. */
  addContributions(row: Float32Array, contributions: Float64Array): void {
    const { slots, columns } = this;
    answerTests(this.trees, row, this.answers);
    slots.fill(0);
    for (const { explain, from, to } of this.groups) explain(from, to, this.frame);
    for (let index = 0; index < columns.length; index++) {
      contributions[columns[index]!]! += slots[(index * SLOT.bytes) / 8]!;
    }
  }
}

interface Places {
  readonly roots: number;
  readonly nodes: number;
  readonly leaves: number;
  readonly answers: number;
  readonly slots: number;
}

function addressOf(index: number, { nodes, leaves }: Places): number {
  return index < 0 ? leaves + ~index * 8 + 1 : nodes + index * NODE.bytes;
}

function writeConstants(memory: ArrayBuffer): void {
  for (let pairs = 1; pairs <= MOST_PAIRS; pairs++) {
    const { points, weights } = gaussLegendre(2 * pairs);
    const rows = {
      known: points,
      unknown: points.map((t) => 1 - t),
      unknownSquaredInverse: points.map((t) => 1 / (1 - t) ** 2),
      weight: weights,
    };
    const constants = new Float64Array(memory, constantsAt(pairs), CONSTANTS.rows * 2 * pairs);
    for (const [name, row] of Object.entries(rows)) {
      constants.set(row, CONSTANTS[name as keyof typeof rows] * 2 * pairs);
    }
  }
}

/** Whether the paths are short enough for the kernel. */
export function canCompile({ pathColumns }: PathTrees): boolean {
  return pathColumns.every((count) => pairsOf(count) <= MOST_PAIRS);
}
