import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData, readUci, UCI_CLASSES } from '../../reference/load.ts';
import { decodeArtifact, encodeArtifact } from '../artifact/codec.js';
import { verifyGoldenRows } from '../artifact/golden-rows.js';
import { matrixOf } from '../dataset/matrix.js';
import { FIGURE_NAMES } from '../metrics/figures.js';
import { trainModel } from './train-model.js';
import type { TrainingInput } from './training-input.js';
import type { TrainingProgress, TrainingResult } from './training-report.js';

const data = noisyData({ rows: 300, columns: 4, missing: 0.1 });
const input: TrainingInput = {
  data,
  schema: 'test',
  featureNames: ['a', 'b', 'c', 'd'],
  classes: ['phishing', 'legitimate'],
  positiveIndex: 0,
  seed: 11,
  lineage: {
    snapshotId: 's',
    snapshotSha256: 'f00',
    runId: 'r',
    createdAt: '2026-01-01T00:00:00.000Z',
    rows: 300,
  },
  grids: { 'random-forest': { nEstimators: [4, 8] } },
};
const digest = (result: TrainingResult) =>
  createHash('sha256').update(encodeArtifact(result.artifact)).digest('hex');

describe('trainModel', () => {
  it('gives the same bytes for the same seed, whatever the number of workers', async () => {
    const results = await Promise.all([0, 1, 2].map((workers) => trainModel(input, { workers })));
    expect(new Set(results.map(digest)).size).toBe(1);
    const other = await trainModel({ ...input, seed: 12 }, { workers: 0 });
    expect(digest(other)).not.toBe(digest(results[0]!));
  });

  it('reports progress to the end through its stages', async () => {
    const seen: TrainingProgress[] = [];
    await trainModel(input, { workers: 0, onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ stage: 'refit', done: seen.at(-1)!.total });
    expect([...new Set(seen.map((progress) => progress.stage))]).toEqual([
      'search',
      'evaluate',
      'judge',
      'refit',
    ]);
  });

  it('tells progress that never goes back, the algorithm that is tried and the steps of each fit', async () => {
    const seen: TrainingProgress[] = [];
    await trainModel(input, { workers: 0, onProgress: (progress) => seen.push(progress) });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(seen.map((progress) => progress.total)).size).toBe(1);
    const searching = seen.filter(({ stage }) => stage === 'search');
    expect(new Set(searching.map(({ algorithm }) => algorithm))).toContain('random-forest');
    // The search, and the final round of its best two.
    const [whole, final] = [searching[0]!, searching.at(-1)!].map(({ steps }) => steps.total);
    expect(searching.findLast(({ steps }) => steps.total === whole)!.steps.done).toBe(whole);
    expect(searching.at(-1)!.steps.done).toBe(final);
    for (const { stage, algorithm, best } of seen) {
      if (stage !== 'search') expect([algorithm, typeof best?.meanF1]).toEqual([undefined, 'number']);
    }
  });

  it('halves where it is asked to, and the artifact says on which rung each candidate ended', async () => {
    const { artifact, report } = await trainModel(
      {
        ...input,
        algorithms: ['decision-tree'],
        grids: { 'decision-tree': { maxDepth: [1, 2, 3, 4, 5, 6] } },
        strategy: { kind: 'halving', minResources: 60 },
      },
      { workers: 0 },
    );
    expect(report.candidates.map(({ rung }) => rung).sort()).toEqual([0, 0, 0, 0, 1, 1]);
    expect(report.best.rung).toBe(1);
    const read = decodeArtifact(encodeArtifact(artifact));
    expect(read.candidates).toEqual(report.candidates.map(({ seconds: _, ...rest }) => rest));
  });

  it('stops where it is told to', async () => {
    const controller = new AbortController();
    const onProgress = ({ stage }: TrainingProgress) =>
      stage === 'evaluate' && controller.abort(new Error('enough'));
    await expect(trainModel(input, { workers: 0, signal: controller.signal, onProgress })).rejects.toThrow(
      'enough',
    );
  });

  it('learns three classes, and says how the positive one does', async () => {
    const three = noisyData({ rows: 300, classes: 3 });
    const classes = ['phishing', 'suspicious', 'legitimate'];
    const { artifact, report } = await trainModel({ ...input, data: three, classes }, { workers: 0 });
    expect(report.distinct.f1).toBeGreaterThan(0.5);
    expect(artifact.goldenRows.probabilities).toHaveLength((artifact.goldenRows.features.length / 4) * 3);
    verifyGoldenRows(decodeArtifact(encodeArtifact(artifact)));
  });

  it('takes the groups it is given', async () => {
    const groups = Int32Array.from({ length: 300 }, (_, row) => row % 50);
    const { report } = await trainModel({ ...input, groups, algorithms: ['decision-tree'] }, { workers: 0 });
    expect(report.groupedBy).toBe('given-groups');
    expect(report.distinct.rows % 6).toBe(0);
  });

  it.each([
    ['LEARN_FEATURES_MISMATCH', { featureNames: ['a'] }],
    ['LEARN_LABEL_INVALID', { classes: ['phishing'] }],
    ['LEARN_LABEL_INVALID', { positiveIndex: 2 }],
    ['LEARN_ONE_CLASS', { data: { ...data, labels: new Int32Array(300) } }],
    ['LEARN_ONE_CLASS', { data: { ...data, classes: 3 }, classes: ['a', 'b', 'c'], positiveIndex: 2 }],
    ['LEARN_MATRIX_EMPTY', { data: { matrix: matrixOf([]), labels: new Int32Array(), classes: 2 } }],
    ['LEARN_TOO_FEW_ROWS', { data: noisyData({ rows: 4 }) }],
    ['LEARN_PARAMETER_INVALID', { testShare: 1 }],
    ['LEARN_PARAMETER_INVALID', { falsePositiveRates: { malicious: 0.5, suspicious: 0.1 } }],
  ])('refuses with %s (%#)', async (code, overrides) => {
    await expect(trainModel({ ...input, ...overrides }, { workers: 0 })).rejects.toMatchObject({ code });
  });

  it('trains on columns of which some are constant or have no values', async () => {
    const matrix = matrixOf(Array.from({ length: 90 }, (_, row) => [row % 30, 7, null, (row * 17) % 5]));
    const labels = Int32Array.from({ length: 90 }, (_, row) => (row % 30 < 12 ? 0 : 1));
    const { artifact, report } = await trainModel(
      { ...input, data: { matrix, labels, classes: 2 } },
      { workers: 0 },
    );
    expect(report.distinct.f1).toBeGreaterThan(0.7);
    expect([...artifact.importance.subarray(1, 3)]).toEqual([0, 0]);
  });
});

describe('on UCI 327', () => {
  let result: TrainingResult;
  const { data: uci, featureNames } = readUci();
  beforeAll(async () => {
    const lineage = { ...input.lineage, rows: uci.matrix.rows };
    const { grids: _, ...own } = input;
    result = await trainModel(
      { ...own, data: uci, schema: 'uci-30', classes: UCI_CLASSES, featureNames, seed: 1, lineage },
      { workers: 2 },
    );
  });

  it('counts its duplicates', () => {
    expect(result.report).toMatchObject({ rows: 11055, distinctRows: 5785, groupedBy: 'identical-rows' });
  });

  it("comes near scikit-learn's F1 by distinct row with two thirds of the training rows", () => {
    const best = (algorithm: string) =>
      Math.max(
        ...result.report.candidates.filter((each) => each.algorithm === algorithm).map((each) => each.meanF1),
      );
    expect(best('logistic-regression')).toBeGreaterThan(0.9);
    expect(best('decision-tree')).toBeGreaterThan(0.9);
    expect(best('random-forest')).toBeGreaterThan(0.935);
    expect(['gradient-boosting', 'random-forest']).toContain(result.report.best.algorithm);
  });

  it('comes to it on the rows held out, and to more where duplicates stand on both sides', () => {
    const { distinct, stratified } = result.report;
    expect(distinct.f1).toBeGreaterThan(0.93);
    expect(stratified.f1).toBeGreaterThan(0.955);
    expect(distinct.intervals.f1.standardError).toBeGreaterThan(0.002);
    expect(distinct.intervals.f1.standardError).toBeLessThan(0.01);
    expect(distinct.rocAuc).toBeGreaterThan(0.985);
  });

  it('says how sure its figures are, and what was taken for what', () => {
    const { distinct } = result.report;
    const { metrics } = result.artifact;
    for (const name of FIGURE_NAMES) {
      expect(metrics[`distinct.${name}`]).toBe(distinct[name]);
      expect(metrics[`distinct.${name}Low`]).toBeLessThan(distinct[name]);
      expect(metrics[`distinct.${name}High`]).toBeGreaterThan(distinct[name]);
    }
    expect(distinct.recallAtFpr1In1000).toBeLessThan(distinct.recallAtFpr1In100);
    expect(distinct.recallAtFpr1In100).toBeLessThan(distinct.recall);
    const [found, missed] = distinct.confusion[0]!;
    expect(found! / (found! + missed!)).toBe(distinct.recall);
    expect(metrics['distinct.confusion.0.1']).toBe(missed);
    expect(distinct.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(distinct.rows);
  });

  it('is calibrated on rows that neither the model nor the calibration saw', () => {
    const { distinct } = result.report;
    expect(distinct.expectedCalibrationError).toBeLessThan(0.04);
    expect(distinct.reliability.reduce((sum, { rows }) => sum + rows, 0)).toBe(distinct.rows);
    const { metrics, calibration } = result.artifact;
    const [platt, isotonic] = ['platt', 'isotonic'].map((method) => metrics[`calibration.${method}LogLoss`]!);
    if (calibration.method === 'isotonic') expect(isotonic).toBeLessThan(platt!);
    expect(Math.max(platt!, isotonic!)).toBeLessThan(0.25);
  });

  it('says how few changes flip what the model finds, and what it rests on', () => {
    const { evasion, permutationImportance } = result.report;
    const { metrics } = result.artifact;
    expect(evasion.rows).toBeGreaterThanOrEqual(40);
    expect(evasion.areValuesComplete).toBe(true);
    expect(evasion.median).toBe(metrics['evasion.median']);
    expect(evasion.medianAtLeast).toBeLessThanOrEqual(evasion.median!);
    expect(evasion.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const named = ['None', '1', '2', '3', 'More'].map((each) => metrics[`evasion.share${each}`]!);
    expect(named.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const [first] = Object.keys(metrics).filter((name) => name.startsWith('evasion.flips.'));
    expect(metrics[first!]).toBe(Math.max(...evasion.columnShare));
    const [most, second] = [...permutationImportance.mean].sort((a, b) => b - a);
    const strongest = [most!, second!].map(
      (share) => featureNames[permutationImportance.mean.indexOf(share)],
    );
    expect(strongest.sort()).toEqual(['SSLfinal_State', 'URL_of_Anchor']);
    expect(metrics['permutationImportance.SSLfinal_State']).toBeGreaterThan(0.05);
  });

  it('keeps the stated false positive rates out of fold', () => {
    const { metrics } = result.artifact;
    expect(metrics['outOfFold.malicious.falsePositiveRate']).toBeLessThanOrEqual(0.01);
    expect(metrics['outOfFold.suspicious.falsePositiveRate']).toBeLessThanOrEqual(0.05);
    expect(metrics['outOfFold.malicious.recall']).toBeGreaterThan(0.7);
  });

  it('reads back what it wrote', () => {
    const bytes = encodeArtifact(result.artifact);
    const decoded = decodeArtifact(bytes);
    verifyGoldenRows(decoded);
    expect(Buffer.from(encodeArtifact(decoded)).equals(bytes)).toBe(true);
  });
});
