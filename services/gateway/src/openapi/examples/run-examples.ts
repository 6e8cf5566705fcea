import type { Examples } from './examples.js';

const AT = '2026-03-01T12:00:00.000Z';
export const RUN_ID = '019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0';
export const SNAPSHOT_ID = 'uci-30-0123456789abcdef';
export const REPORT_ID = '019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1';

const stage = (message: string, rows: number) => ({
  state: 'succeeded',
  done: rows,
  total: rows,
  message,
  startedAt: AT,
  at: AT,
});

const QUEUED = {
  id: RUN_ID,
  schema: 'uci-30',
  from: 'training',
  until: 'training',
  state: 'queued',
  stages: {},
  snapshotId: SNAPSHOT_ID,
  createdAt: AT,
  updatedAt: AT,
};

const RUN = {
  ...QUEUED,
  state: 'succeeded',
  stages: { validation: stage('11,055 rows passed', 11_055), training: stage('promoted to champion', 40) },
  model: 'uci-30',
  version: 2,
  alias: 'champion',
  links: {
    snapshot: `/v1/snapshots/${SNAPSHOT_ID}`,
    model: '/v1/models/uci-30/2',
    card: '/v1/models/uci-30/2/card',
  },
};

const SNAPSHOT = {
  id: SNAPSHOT_ID,
  schema: 'uci-30',
  rows: 11_055,
  sha256: '0123456789abcdef'.repeat(4),
  objectKey: `snapshots/${SNAPSHOT_ID}/data.parquet`,
  columns: ['having_IP_Address', 'URL_Length'],
  textColumns: [],
  label: 'Result',
  labelled: true,
  classCounts: { phishing: 4_898, legitimate: 6_157 },
  source: { kind: 'upload', name: 'uploads/rows.csv' },
  splitSeed: 9_544_371,
  runId: RUN_ID,
  createdAt: AT,
};

const REPORT = {
  id: REPORT_ID,
  runId: RUN_ID,
  snapshotId: SNAPSHOT_ID,
  schema: 'uci-30',
  status: 'warned',
  issues: 1,
  reportKey: `reports/${REPORT_ID}/report.json`,
  htmlKey: `reports/${REPORT_ID}/report.html`,
  createdAt: AT,
};

export const RUN_EXAMPLES: Examples = {
  RunResponse: RUN,
  RunListResponse: { runs: [RUN], next: RUN_ID },
  RunStartedResponse: {
    runId: RUN_ID,
    run: { ...QUEUED, from: 'ingestion', until: 'validation', snapshotId: undefined },
  },
  TrainResponse: { message: 'Training of uci-30 has started.', runId: RUN_ID },
  SnapshotResponse: SNAPSHOT,
  SnapshotListResponse: { snapshots: [SNAPSHOT], next: null },
  ReportListResponse: { reports: [REPORT], next: null },
  ValidationReportResponse: {
    id: REPORT_ID,
    runId: RUN_ID,
    snapshotId: SNAPSHOT_ID,
    parent: null,
    schema: 'uci-30',
    status: 'warned',
    createdAt: AT,
    rows: 11_055,
    classes: [
      { name: 'phishing', rows: 4_898, share: 0.443 },
      { name: 'legitimate', rows: 6_157, share: 0.557 },
    ],
    distinct: {
      rows: 11_055,
      distinctRows: 5_849,
      distinctFeatureRows: 5_785,
      duplicateRows: 5_206,
      conflictingFeatureRows: 64,
      rowsInConflict: 389,
    },
    columns: [
      {
        name: 'URL_Length',
        type: 'integer',
        missing: 0,
        minimum: -1,
        maximum: 1,
        mean: -0.63,
        values: [
          [-1, 8_960],
          [0, 135],
          [1, 1_960],
        ],
      },
    ],
    leaks: [],
    drift: null,
    issues: [
      {
        code: 'duplicate-rows',
        severity: 'warning',
        message: '5,206 rows repeat an earlier one',
        rows: 5_206,
      },
    ],
  },
};
