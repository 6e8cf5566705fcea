import type { Examples } from './examples.js';
import { RUN_ID, SNAPSHOT_ID } from './run-examples.js';

const AT = '2026-03-01T12:00:00.000Z';
const SHA256 = '89abcdef01234567'.repeat(4);
export const DRIFT_ID = '20260301T120000000Z-0123456789abcdef';

const SUMMARY = {
  version: 2,
  algorithm: 'gradient-boosting',
  metrics: {
    'distinct.f1': 0.951,
    'distinct.f1Low': 0.942,
    'distinct.f1High': 0.959,
    'distinct.rocAuc': 0.989,
  },
  aliases: ['champion'],
  snapshotId: SNAPSHOT_ID,
  runId: RUN_ID,
  rows: 11_055,
  createdAt: AT,
};

const VERSION = {
  ...SUMMARY,
  name: 'uci-30',
  schema: 'uci-30',
  parameters: { nEstimators: 200, maxDepth: 8, learningRate: 0.1 },
  thresholds: { malicious: 0.81, suspicious: 0.42 },
  candidates: [
    {
      algorithm: 'gradient-boosting',
      parameters: { nEstimators: 200, maxDepth: 8, learningRate: 0.1 },
      meanF1: 0.949,
      standardDeviation: 0.004,
      foldF1: [0.945, 0.949, 0.953],
      seconds: 1.4,
    },
  ],
  importance: [{ feature: 'SSLfinal_State', importance: 0.41 }],
  snapshotSha256: SHA256,
  seed: 1,
  objectKey: `models/uci-30/${SHA256}.safetensors`,
  sha256: SHA256,
};

const MODEL = {
  name: 'uci-30',
  schema: 'uci-30',
  newest: SUMMARY,
  champion: SUMMARY,
  aliases: { champion: 2 },
};

const CURVES = {
  roc: [
    [0, 0],
    [0.03, 0.94],
    [1, 1],
  ],
  precisionRecall: [
    [0.94, 0.96],
    [1, 0.44],
  ],
};
const RELIABILITY = [{ predicted: 0.97, observed: 0.98, rows: 812 }];

const FIGURE = { value: 0.951, low: 0.942, high: 0.959 };

const CARD = {
  format: 'weir-model-card',
  formatVersion: 1,
  model: {
    schema: 'uci-30',
    algorithm: 'gradient-boosting',
    parameters: VERSION.parameters,
    engine: 'weir',
    terms: null,
    bytes: 412_680,
    sha256: SHA256,
  },
  data: {
    rows: 11_055,
    distinctRows: 5_785,
    skippedRows: 0,
    classes: { phishing: 4_898, legitimate: 6_157 },
    positiveClass: 'phishing',
    features: 30,
    source: 'uploads/rows.csv',
    labelsFrom: null,
    snapshotId: SNAPSHOT_ID,
    snapshotSha256: SHA256,
    notes: [],
  },
  splits: {
    grouped: {
      rows: 2_211,
      keptTogether: 'rows with the same features',
      figures: { f1: FIGURE },
      confusion: [
        [931, 49],
        [46, 1_185],
      ],
    },
    plain: null,
  },
  crossValidation: { f1: 0.949, standardDeviation: 0.004, folds: 3 },
  calibration: {
    method: 'isotonic',
    heldOutLogLoss: { platt: 0.14, isotonic: 0.13 },
    expectedCalibrationError: 0.012,
    reliability: RELIABILITY,
  },
  thresholds: [{ verdict: 'malicious', probability: 0.81, falsePositiveRate: 0.01, recall: 0.87 }],
  evasion: null,
  curves: CURVES,
  leaks: null,
  feedback: null,
  importance: { gain: [{ feature: 'SSLfinal_State', share: 0.41 }], permutation: [] },
  candidates: { tried: 12, best: [{ ...VERSION.candidates[0], foldF1: undefined, tried: 6 }] },
  limits: ['Who labelled the rows, and how, is not recorded.'],
  lineage: {
    snapshotId: SNAPSHOT_ID,
    snapshotSha256: SHA256,
    runId: RUN_ID,
    seed: 1,
    createdAt: AT,
    rows: 11_055,
  },
};

const DRIFT = {
  id: DRIFT_ID,
  model: { name: 'url', version: 2 },
  reference: 'training',
  from: '2026-03-01T11:55:00.000Z',
  to: AT,
  rows: 18_000,
  processes: 2,
  level: 'warned',
  columns: 121,
  drifted: [{ column: 'url_length', populationStabilityIndex: 0.31, adjustedPValue: 0.0001, drifted: true }],
  verdictRows: { malicious: 210, suspicious: 390, safe: 17_400 },
  at: AT,
};

const SCHEMA = {
  name: 'uci-30',
  title: 'UCI Phishing Websites',
  description: '30 features of a web site',
  input: { kind: 'features' },
  columns: [{ name: 'having_IP_Address', type: 'integer', allowed: [-1, 1] }],
  label: {
    column: 'Result',
    positive: 'phishing',
    classes: [
      { name: 'phishing', value: -1, verdict: 'malicious' },
      { name: 'legitimate', value: 1, verdict: 'safe' },
    ],
  },
};

export const MODEL_EXAMPLES: Examples = {
  ModelListResponse: { models: [MODEL], next: null },
  ModelResponse: { ...MODEL, versions: [SUMMARY], next: null },
  ModelVersionResponse: VERSION,
  ModelCardResponse: CARD,
  ModelComparisonResponse: {
    name: 'uci-30',
    a: { ...VERSION, version: 1, aliases: [] },
    b: VERSION,
    metrics: [
      {
        metric: 'f1',
        split: 'grouped',
        a: 0.944,
        b: 0.951,
        difference: 0.007,
        interval: { a: [0.934, 0.953], b: [0.942, 0.959] },
      },
    ],
    parameters: [{ parameter: 'maxDepth', a: 6, b: 8 }],
    importance: [{ feature: 'SSLfinal_State', a: 0.39, b: 0.41 }],
    curves: { a: null, b: { ...CURVES, reliability: RELIABILITY } },
  },
  AliasResponse: {
    name: 'uci-30',
    alias: 'champion',
    version: 2,
    revision: 3,
    by: 'ann',
    reason: 'better on the March data',
    at: AT,
    previous: [1],
  },
  DriftListResponse: { reports: [DRIFT], next: null },
  DriftReportResponse: {
    ...DRIFT,
    features: [
      {
        feature: 'url_length',
        populationStabilityIndex: 0.31,
        adjustedPValue: 0.0001,
        drifted: true,
        referenceMean: 41.2,
        currentMean: 63.8,
        bins: [
          [4, 40, 0.62, 0.38],
          [41, 2_000, 0.38, 0.62],
        ],
        missing: { reference: 0, current: 0 },
      },
    ],
  },
  FeatureSchemaResponse: SCHEMA,
  SchemaListResponse: { schemas: [SCHEMA], next: null },
};
