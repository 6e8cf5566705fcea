import { describe, expect, it } from 'vitest';
import { matrixFrom, readReference } from '../../reference/load.ts';
import { explainScore } from '../model/explain.js';
import type { TreeModel } from '../model/fitted-model.js';

interface RecordedTrees {
  roots: number[];
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  values: number[];
  cover: number[];
}

interface Case {
  algorithm: TreeModel['algorithm'];
  trees: RecordedTrees;
  values: number[];
  base: number;
  score: number[];
  first?: number;
  weights?: number[];
}

const { x, cases } = readReference<{ x: number[]; cases: Case[] }>('attribution.json');
const COLUMNS = 6;

function modelOf({ algorithm, trees, first, weights }: Case): TreeModel {
  const nodes = trees.feature.length;
  const ensemble = {
    roots: Int32Array.from(trees.roots),
    feature: Int32Array.from(trees.feature),
    threshold: Float32Array.from(trees.threshold),
    missingLeft: new Uint8Array(nodes),
    left: Int32Array.from(trees.left),
    right: Int32Array.from(trees.right),
    width: trees.values.length / nodes,
    values: Float32Array.from(trees.values),
    cover: Float32Array.from(trees.cover),
  };
  const shape = { features: COLUMNS, classes: 2, importance: new Float64Array(COLUMNS), trees: ensemble };
  if (algorithm === 'gradient-boosting') return { ...shape, algorithm, base: Float64Array.of(first!) };
  if (algorithm === 'adaboost') return { ...shape, algorithm, estimatorWeights: Float64Array.from(weights!) };
  return { ...shape, algorithm };
}

describe.each(cases)("against the shap package's TreeExplainer: $algorithm", (each) => {
  const model = modelOf(each);
  const { values, rows } = matrixFrom(x, COLUMNS);

  it('gives its attributions and its base', () => {
    for (let row = 0; row < rows; row++) {
      const { base, score, contributions } = explainScore(
        model,
        values.subarray(row * COLUMNS, (row + 1) * COLUMNS),
      );
      expect(base).toBeCloseTo(each.base, 6);
      expect(score).toBeCloseTo(each.score[row]!, 6);
      contributions.forEach((contribution, column) => {
        expect(contribution).toBeCloseTo(each.values[row * COLUMNS + column]!, 6);
      });
    }
  });

  it('turns the sign for the other class', () => {
    const row = values.subarray(0, COLUMNS);
    const [one, other] = [explainScore(model, row, 1), explainScore(model, row, 0)];
    one.contributions.forEach((contribution, column) => {
      expect(other.contributions[column]).toBeCloseTo(-contribution, 6);
    });
    const isShare = each.algorithm === 'decision-tree' || each.algorithm === 'random-forest';
    expect(one.score + other.score).toBeCloseTo(isShare ? 1 : 0, 6);
  });
});
