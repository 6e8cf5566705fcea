import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import type { ModelArtifact } from '../artifact/model-artifact.js';
import { trainModel } from '../training/train-model.js';
import type { TrainingReport } from '../training/training-report.js';
import { bestOfEach } from './card-candidates.js';
import type { CardFeedback } from './card-feedback.js';
import { type CardFacts, modelCard } from './model-card.js';

const FEATURES = ['length', 'digits', 'c|d', 'noise'];
const CLASSES = ['phishing', 'legitimate'];

describe('modelCard', () => {
  let artifact: ModelArtifact;
  let report: TrainingReport;
  let facts: CardFacts;
  beforeAll(async () => {
    ({ artifact, report } = await trainModel(
      {
        data: noisyData({ rows: 400, columns: 4 }),
        schema: 'test',
        featureNames: FEATURES,
        classes: CLASSES,
        positiveIndex: 0,
        seed: 2,
        lineage: {
          snapshotId: 'test-00',
          snapshotSha256: 'f00d',
          runId: 'run-7',
          createdAt: '2026-01-01T00:00:00.000Z',
          rows: 400,
        },
        algorithms: ['decision-tree', 'random-forest'],
        grids: { 'random-forest': { nEstimators: [4, 8] } },
      },
      { workers: 0 },
    ));
    facts = {
      source: 'mails.csv',
      distinctRows: report.distinctRows,
      classCounts: { phishing: 180, legitimate: 220 },
      skippedRows: 3,
      groupedBy: 'identical rows',
      candidates: report.candidates,
      bytes: 12_345,
      sha256: 'abc',
      curves: report.distinct.curves,
      limits: ['It reads no page.'],
    };
  });

  it('says of the data what is known, and what is not', () => {
    const { data } = modelCard(artifact, facts).json;
    expect(data).toMatchObject({
      rows: 400,
      distinctRows: report.distinctRows,
      skippedRows: 3,
      classes: { phishing: 180, legitimate: 220 },
      positiveClass: 'phishing',
      source: 'mails.csv',
      labelsFrom: null,
    });
    expect(modelCard(artifact).json.data).toMatchObject({
      distinctRows: null,
      classes: { phishing: null, legitimate: null },
      source: null,
    });
  });

  it('has the figures of both splits with their intervals, as they were judged', () => {
    const { grouped, plain } = modelCard(artifact, facts).json.splits;
    const { low, high } = report.distinct.intervals.recallAtFpr1In100;
    expect(grouped?.figures.recallAtFpr1In100).toEqual({
      value: report.distinct.recallAtFpr1In100,
      low,
      high,
    });
    expect(grouped).toMatchObject({ rows: report.distinct.rows, keptTogether: 'identical rows' });
    expect(grouped?.confusion).toEqual(report.distinct.confusion);
    expect(plain?.figures.f1.value).toBe(report.stratified.f1);
  });

  it('has calibration, thresholds, evasion and importance', () => {
    const { calibration, thresholds, evasion, importance } = modelCard(artifact, facts).json;
    expect(calibration.reliability).toEqual(report.distinct.reliability);
    expect(calibration.expectedCalibrationError).toBe(report.distinct.expectedCalibrationError);
    expect(thresholds.map(({ verdict, probability }) => [verdict, probability])).toEqual([
      ['malicious', artifact.thresholds.malicious],
      ['suspicious', artifact.thresholds.suspicious],
    ]);
    expect(evasion).toMatchObject({ rows: report.evasion.rows, median: report.evasion.median });
    expect(importance.gain.map(({ share }) => share)).toEqual([...artifact.importance].sort((a, b) => b - a));
    const falls = importance.permutation.map(({ share }) => share);
    expect(falls).toEqual([...report.permutationImportance.mean].sort((a, b) => b - a));
  });

  it('has the curves where they were kept', () => {
    const { curves } = modelCard(artifact, facts).json;
    expect(curves).toEqual(report.distinct.curves);
    expect([curves?.roc[0], curves?.roc.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(curves?.precisionRecall.at(-1)?.[0]).toBe(1);
    expect(modelCard(artifact).json.curves).toBeNull();
  });

  it('names the best candidate of each algorithm with its time, and how many were tried', () => {
    const { tried, best } = modelCard(artifact, facts).json.candidates;
    expect(tried).toBe(5);
    // By the search's own scores: which of the best two was chosen, the final round says.
    const highest = Math.max(...report.candidates.map(({ meanF1 }) => meanF1));
    expect(best[0]!.meanF1).toBe(highest);
    expect(best.map((each) => each.algorithm)).toContain(artifact.algorithm);
    expect(new Map(best.map((each) => [each.algorithm, each.tried]))).toEqual(
      new Map([
        ['decision-tree', 3],
        ['random-forest', 2],
      ]),
    );
    for (const { seconds } of best) expect(seconds).toBeGreaterThan(0);
    for (const { seconds } of modelCard(artifact).json.candidates.best) expect(seconds).toBeNull();
  });

  it('names as limits what the figures show and what nobody knows', () => {
    const { limits } = modelCard(artifact, facts).json;
    expect(limits.at(-1)).toBe('It reads no page.');
    expect(limits.some((limit) => /Who labelled the rows/.test(limit))).toBe(true);
    const known = modelCard(artifact, { ...facts, labelsFrom: 'two analysts' }).json.limits;
    expect(known.some((limit) => /Who labelled/.test(limit))).toBe(false);
    expect(limits.some((limit) => /one false alarm in 1,000/.test(limit))).toBe(true);
    const poor = { ...artifact, metrics: { ...artifact.metrics, 'distinct.expectedCalibrationError': 0.2 } };
    expect(modelCard(poor, facts).json.limits.some((limit) => /off by 20\.0 %/.test(limit))).toBe(true);
    const evaded = { ...artifact, metrics: { ...artifact.metrics, 'evasion.rows': 40, 'evasion.median': 1 } };
    expect(modelCard(evaded, facts).json.limits.some((limit) => /one feature of 4/.test(limit))).toBe(true);
  });

  it('gives the same card for the same input, as JSON that can be written and read', () => {
    const { json, markdown } = modelCard(artifact, facts);
    expect(modelCard(artifact, facts).markdown).toBe(markdown);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('says the same in Markdown, every table with as many cells as its head', () => {
    const { json, markdown } = modelCard(artifact, facts);
    for (const part of ['mails.csv', 'not recorded who gave them', 'test-00', 'run-7', 'recall at 0.1 %'])
      expect(markdown).toContain(part);
    for (const limit of json.limits) expect(markdown).toContain(`- ${limit}`);
    expect(markdown).toContain((json.splits.grouped?.figures.f1.value ?? 0).toFixed(4));
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(5);
    for (const each of tables) expect(new Set(each.split('\n').map(cells)).size).toBe(1);
  });

  it('does without figures that older artifacts lack', () => {
    const { json, markdown } = modelCard({ ...artifact, metrics: {}, candidates: [] });
    expect(json).toMatchObject({
      splits: { grouped: null, plain: null },
      evasion: null,
      crossValidation: null,
    });
    expect(json.limits[0]).toMatch(/not tested/);
    expect(markdown).not.toMatch(/undefined|NaN|null/);
  });

  it('marks a model whose data gave the label away, first among its limits', () => {
    const leak = { rule: 'date = missing means legitimate', balancedAccuracy: 0.9614, visibleToModel: false };
    const { json, markdown } = modelCard(artifact, { ...facts, leaks: [leak] });
    expect(json.leaks).toEqual([leak]);
    expect(json.limits[0]).toContain('date = missing means legitimate, balanced accuracy 96.1 %');
    expect(markdown).toContain(json.limits[0]);
    expect(modelCard(artifact, { ...facts, leaks: [] }).json).toMatchObject({ leaks: [] });
    expect(modelCard(artifact, facts).json.leaks).toBeNull();
  });

  it('tells how disputed URLs fare, and what is not known of them', () => {
    const said = (probability: number) => ({
      verdict: probability > 0.5 ? 'malicious' : 'safe',
      probability,
    });
    const feedback: CardFeedback = {
      snapshotId: 'url-f',
      snapshotSha256: 'abc',
      corrections: 7,
      replacedRows: 2,
      previousVersion: 3,
      agreeing: { previous: 1, model: 6, heldOut: null },
      examples: [
        {
          url: 'hxxp://a[.]example/x|y',
          label: 'legitimate',
          previous: said(0.91),
          model: said(0.25),
          heldOut: null,
          agrees: { previous: false, model: true, heldOut: null },
        },
      ],
    };
    const { json, markdown } = modelCard(artifact, { ...facts, feedback });
    expect(json.feedback).toEqual(feedback);
    expect(markdown).toContain(
      '7 corrections (snapshot `url-f`) were taught beside the rows, in the place of 2',
    );
    expect(markdown).toContain('version 3, agrees with 1.');
    expect(markdown).toContain('How it does on them unseen is not known.');
    expect(markdown).toContain(
      '| `hxxp://a[.]example/x\\|y` | legitimate | disagrees: malicious, 0.910 | agrees: safe, 0.250 | – |',
    );
    expect(modelCard(artifact, facts).markdown).not.toContain('## Corrections');
  });
});

describe('bestOfEach', () => {
  it('prefers whoever came further in a halving, whatever a small rung scored', () => {
    const each = { algorithm: 'knn', parameters: {}, standardDeviation: 0, foldF1: [] } as const;
    const lucky = { ...each, meanF1: 0.99, rung: 0 };
    const last = { ...each, meanF1: 0.95, rung: 2 };
    expect(bestOfEach([lucky, last])).toMatchObject([{ meanF1: 0.95, rung: 2, tried: 2 }]);
  });
});
