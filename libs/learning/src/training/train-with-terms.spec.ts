import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { decodeArtifact, encodeArtifact } from '../artifact/codec.js';
import { verifyGoldenRows } from '../artifact/golden-rows.js';
import { createScorer } from '../artifact/scorer.js';
import { createRandom } from '../random/random.js';
import { termScores } from '../terms/term-model.js';
import type { TermRows } from '../terms/term-rows.js';
import { trainInThread } from './thread/train-in-thread.js';
import { trainModel } from './train-model.js';
import type { TrainingInput } from './training-input.js';
import type { TrainingProgress, TrainingResult } from './training-report.js';

const ROWS = 300;
const data = noisyData({ rows: ROWS, columns: 3, seed: 5 });

/** Terms of a first block that tell the label two times in three, and of a second that tell nothing. */
function tellingTerms(labels: Int32Array): TermRows {
  const random = createRandom(9);
  const offsets = new Uint32Array(new SharedArrayBuffer((labels.length + 1) * 4));
  const ids: number[] = [];
  labels.forEach((label, row) => {
    for (let term = 0; term < 5; term++)
      ids.push(random.below(3) > 0 ? 20 * label + random.below(20) : random.below(40));
    for (let term = random.below(4); term > 0; term--) ids.push(64 + random.below(64));
    offsets[row + 1] = ids.length;
  });
  const shared = new Uint32Array(new SharedArrayBuffer(ids.length * 4));
  shared.set(ids);
  return { hashing: 'test-1', blocks: ['host_terms', 'path_terms'], blockSize: 64, offsets, ids: shared };
}

const terms = tellingTerms(data.labels);
const input: TrainingInput = {
  data,
  terms,
  schema: 'test',
  featureNames: ['a', 'b', 'c'],
  classes: ['phishing', 'legitimate'],
  positiveIndex: 0,
  seed: 11,
  lineage: {
    snapshotId: 's',
    snapshotSha256: 'f00',
    runId: 'r',
    createdAt: '2026-01-01T00:00:00.000Z',
    rows: ROWS,
  },
  algorithms: ['gradient-boosting'],
  grids: { 'gradient-boosting': { nEstimators: [20], learningRate: [0.2], maxDepth: [3] } },
};
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a training with terms', () => {
  let result: TrainingResult;
  beforeAll(async () => {
    result = await trainModel(input, { workers: 0 });
  });

  it('learns what only the terms tell', async () => {
    const { terms: _, ...dense } = input;
    const without = await trainModel(dense, { workers: 0 });
    expect(result.report.distinct.rocAuc).toBeGreaterThan(without.report.distinct.rocAuc + 0.02);
    expect(without.artifact.terms).toBeUndefined();
  });

  it('puts the blocks behind the columns given, in every figure by name', () => {
    const { artifact } = result;
    expect(artifact.featureNames).toEqual(['a', 'b', 'c', 'host_terms', 'path_terms']);
    expect(artifact.importance).toHaveLength(5);
    expect(artifact.metrics['permutationImportance.host_terms']).toBeGreaterThan(0.05);
    expect(artifact.terms).toMatchObject({ hashing: 'test-1', blockSize: 64, cost: 8 });
  });

  it('gives the same bytes for 0, 1 and 3 workers, in a thread and out of shared memory', async () => {
    const expected = digest(encodeArtifact(result.artifact));
    for (const workers of [1, 3])
      expect(digest(encodeArtifact((await trainModel(input, { workers })).artifact))).toBe(expected);
    expect(digest((await trainInThread(input, { workers: 1 })).bytes)).toBe(expected);
    const plain = { ...terms, ids: Uint32Array.from(terms.ids), offsets: Float64Array.from(terms.offsets) };
    const unshared = await trainModel({ ...input, terms: plain }, { workers: 0 });
    expect(digest(encodeArtifact(unshared.artifact))).toBe(expected);
  });

  it('serves from its file alone: dense columns, and the scores of a row of terms', () => {
    const bytes = encodeArtifact(result.artifact);
    const artifact = decodeArtifact(bytes);
    expect(artifact).toEqual(result.artifact);
    verifyGoldenRows(artifact);
    const values = new Float32Array(ROWS * 5);
    for (let row = 0; row < ROWS; row++) {
      values.set(data.matrix.values.subarray(row * 3, row * 3 + 3), row * 5);
      termScores(
        artifact.terms!,
        terms.ids,
        terms.offsets[row]!,
        terms.offsets[row + 1]!,
        values,
        row * 5 + 3,
      );
    }
    const labels = createScorer(artifact).scoreLabels(values, ROWS, new Int32Array(ROWS));
    const right = labels.filter((label, row) => label === data.labels[row]).length;
    expect(right / ROWS).toBeGreaterThan(0.85);
  });

  it('tells progress to the end that never goes back', async () => {
    const seen: TrainingProgress[] = [];
    await trainModel(input, { workers: 0, onProgress: (progress) => seen.push(progress) });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(seen.map((progress) => progress.total)).size).toBe(1);
    expect(seen.at(-1)).toMatchObject({ stage: 'refit', done: seen.at(-1)!.total });
  });

  it('shows the columns to another engine, too', async () => {
    const widths = new Set<number>();
    const { artifact } = await trainModel(input, {
      workers: 0,
      fitter: (rows) => {
        widths.add(rows.matrix.columns);
        return result.artifact.model;
      },
    });
    expect([...widths]).toEqual([5]);
    expect(artifact.terms).toEqual(result.artifact.terms);
  });

  it('tells the positive class from all others', async () => {
    const three = noisyData({ rows: ROWS, columns: 3, classes: 3, seed: 5 });
    const isPositive = three.labels.map((label) => (label === 2 ? 1 : 0));
    const { artifact } = await trainModel(
      {
        ...input,
        data: three,
        terms: tellingTerms(isPositive),
        classes: ['legitimate', 'suspicious', 'phishing'],
        positiveIndex: 2,
      },
      { workers: 0 },
    );
    const mean = (from: number) => {
      const some = artifact.terms!.weights.subarray(from, from + 20);
      return some.reduce((sum, weight) => sum + weight, 0) / 20;
    };
    // Ids from 20 speak for class 2, those below for the others.
    expect(mean(20)).toBeGreaterThan(10);
    expect(mean(0)).toBeLessThan(-10);
  });

  it('keeps to the groups given', async () => {
    const groups = Int32Array.from({ length: ROWS }, (_, row) => row % 60);
    const { report, artifact } = await trainModel({ ...input, groups }, { workers: 0 });
    expect(report.groupedBy).toBe('given-groups');
    verifyGoldenRows(artifact);
  });

  it.each([
    ['LEARN_TERMS_INVALID', { terms: { ...terms, offsets: terms.offsets.subarray(1) } }],
    ['LEARN_TERMS_INVALID', { terms: { ...terms, hashing: '' } }],
    ['LEARN_FEATURES_MISMATCH', { featureNames: ['a', 'b', 'path_terms'] }],
    ['LEARN_PARAMETER_INVALID', { termCost: 0 }],
    ['LEARN_PARAMETER_INVALID', { termCost: Number.NaN }],
  ])('refuses with %s (%#)', async (code, overrides) => {
    await expect(trainModel({ ...input, ...overrides }, { workers: 0 })).rejects.toMatchObject({ code });
  });

  it('stops while it fits the terms', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(trainModel(input, { workers: 0, signal: controller.signal })).rejects.toThrow('enough');
  });
});
