import type { Matrix } from '../src/dataset/matrix.ts';
import { createRandom, type Random } from '../src/random/random.ts';
import type { TreeEnsemble } from '../src/tree/tree-ensemble.ts';

export interface EnsembleOptions {
  readonly seed: number;
  readonly trees?: number;
  readonly columns?: number;
  /** Splits between the root and a leaf, at most. */
  readonly depth?: number;
  readonly width?: number;
  /** Chance that a node above the greatest depth is split. */
  readonly splits?: number;
}

/** Trees with thresholds on whole numbers, leaves of class shares, and the cover of a made-up training set. */
export function randomEnsemble(options: EnsembleOptions): TreeEnsemble {
  const { seed, trees = 3, columns = 4, depth = 5, width = 2, splits = 0.8 } = options;
  const random = createRandom(seed);
  const nodes = {
    feature: [] as number[],
    threshold: [] as number[],
    missingLeft: [] as number[],
    left: [] as number[],
    right: [] as number[],
    values: [] as number[],
    cover: [] as number[],
  };
  const grow = (cover: number, level: number): number => {
    const isSplit = level < depth && cover > 1 && random.uniform() < splits;
    const node = nodes.feature.push(isSplit ? random.below(columns) : -1) - 1;
    nodes.threshold.push(isSplit ? random.below(4) : 0);
    nodes.missingLeft.push(isSplit ? random.below(2) : 0);
    nodes.left.push(0);
    nodes.right.push(0);
    nodes.values.push(...shares(random, width));
    nodes.cover.push(cover);
    if (isSplit) {
      const toLeft = 1 + random.below(cover - 1);
      nodes.left[node] = grow(toLeft, level + 1);
      nodes.right[node] = grow(cover - toLeft, level + 1);
    }
    return node;
  };
  const roots = Int32Array.from({ length: trees }, () => grow(1_000, 0));
  return {
    roots,
    feature: Int32Array.from(nodes.feature),
    threshold: Float32Array.from(nodes.threshold),
    missingLeft: Uint8Array.from(nodes.missingLeft),
    left: Int32Array.from(nodes.left),
    right: Int32Array.from(nodes.right),
    width,
    values: Float32Array.from(nodes.values),
    cover: Float32Array.from(nodes.cover),
  };
}

/** Numbers that sum to 1; one alone is any number about 0. */
function shares(random: Random, width: number): number[] {
  if (width === 1) return [2 * random.uniform() - 1];
  const parts = Array.from({ length: width }, () => 0.01 + random.uniform());
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** Whole numbers on both sides of the thresholds and between them, one in ten missing. */
export function randomRows(seed: number, rows: number, columns: number): Matrix {
  const random = createRandom(seed, 1);
  const values = Float32Array.from({ length: rows * columns }, () =>
    random.uniform() < 0.1 ? Number.NaN : random.below(12) / 2 - 1,
  );
  return { rows, columns, values };
}
