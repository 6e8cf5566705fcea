import type { ClassConstructor } from 'class-transformer';
import { describe, expect, it } from 'vitest';
import { validate } from '../validation/validate.js';
import {
  DatasetReportPublished,
  DatasetSnapshotPublished,
  ListEntryChanged,
  ModelAliasChanged,
  ModelDriftPublished,
  ModelVersionPublished,
  PipelineProgress,
  PipelineRequested,
  UrlEnriched,
  UrlFeedback,
  UrlShadowVerdict,
  UrlSketchPublished,
  UrlSubmitted,
  UrlVerdict,
} from './index.js';

type Json = Record<string, unknown>;
/** A member's dotted path and a value that breaks it; `undefined` leaves it out. */
type Broken = readonly (readonly [path: string, value: unknown])[];

const AT = '2026-03-01T12:00:00.000Z';
const SHA256 = 'ab'.repeat(32);
const RUN = {
  until: 'training',
  leaks: 'accept',
  search: {
    algorithms: ['random-forest'],
    seed: 7,
    folds: 3,
    strategy: 'random',
    candidates: 20,
    grids: { 'random-forest': { nEstimators: [8, 16], criterion: ['gini'] } },
    engine: 'weir',
  },
};

const EVENTS: readonly (readonly [ClassConstructor<object>, Json, Broken])[] = [
  [
    UrlSubmitted,
    { url: 'http://example.com/', id: 'a', source: 'mail', submittedAt: AT },
    [
      ['url', undefined],
      ['url', ''],
      ['url', 7],
      ['url', 'x'.repeat(65_537)],
      ['id', ''],
      ['id', 'x'.repeat(257)],
      ['source', {}],
      ['submittedAt', 'yesterday'],
    ],
  ],
  [
    UrlShadowVerdict,
    {
      id: 'a',
      url: 'http://example.com/',
      champion: { version: 3, verdict: 'safe', probability: 0.01 },
      challenger: { version: 4, verdict: 'suspicious', probability: 0.6 },
      classifiedAt: AT,
    },
    [
      ['id', ''],
      ['url', undefined],
      ['champion', undefined],
      ['champion.version', 0],
      ['champion.probability', 1.5],
      ['challenger.verdict', 'harmless'],
      ['challenger.probability', null],
      ['classifiedAt', 'now'],
    ],
  ],
  [
    UrlVerdict,
    {
      id: 'a',
      url: 'http://example.com/',
      verdict: 'safe',
      probability: 0.01,
      model: { name: 'url', version: 3 },
      reasons: ['host-is-ip'],
      list: { list: 'deny', entry: 'example.com', reason: 'seen', by: 'analyst' },
      submittedAt: AT,
      classifiedAt: AT,
    },
    [
      ['id', ''],
      ['verdict', 'harmless'],
      ['probability', 1.01],
      ['probability', '0.5'],
      ['probability', null],
      ['model', undefined],
      ['model', 'url'],
      ['model', []],
      ['model.name', ''],
      ['model.version', 0],
      ['reasons', undefined],
      ['reasons', 'one'],
      ['reasons', [1]],
      ['classifiedAt', undefined],
      ['list', 'deny'],
      ['list.list', 'grey'],
      ['list.entry', ''],
    ],
  ],
  [
    UrlEnriched,
    {
      id: 'a',
      url: 'http://example.com/',
      enrichment: {
        verdict: 'suspicious',
        probability: 0.6,
        model: { name: 'uci-30', version: 2 },
        features: { SFH: -1, web_traffic: null },
        missing: [{ feature: 'web_traffic', reason: 'no source' }],
        finalUrl: 'http://www.example.com/',
        redirects: 1,
        tookMs: 840,
        error: { code: 'WEIR_ENRICHMENT_REFUSED', message: 'loopback' },
      },
      enrichedAt: AT,
    },
    [
      ['id', ''],
      ['url', undefined],
      ['enrichment', undefined],
      ['enrichment', []],
      ['enrichment.verdict', 'harmless'],
      ['enrichment.probability', 1.5],
      ['enrichment.model', 'uci-30'],
      ['enrichment.model.version', 0],
      ['enrichment.features', []],
      ['enrichment.missing', {}],
      ['enrichment.missing', ['web_traffic']],
      ['enrichment.redirects', 0.5],
      ['enrichment.tookMs', -1],
      ['enrichment.error', 'no'],
      ['enrichment.error.code', ''],
      ['enrichedAt', 'now'],
    ],
  ],
  [
    UrlSketchPublished,
    {
      id: 'p/url/3/2026-03-01T11:55:00.000Z',
      model: { name: 'url', version: 3 },
      process: 'p',
      from: '2026-03-01T11:55:00.000Z',
      to: AT,
      rows: 7,
      sketch: { version: 1 },
    },
    [
      ['id', ''],
      ['id', 'x'.repeat(401)],
      ['model', 'url'],
      ['model.version', 0],
      ['process', undefined],
      ['from', 'yesterday'],
      ['to', undefined],
      ['rows', 0.5],
      ['rows', -1],
      ['sketch', []],
      ['sketch', 'x'],
    ],
  ],
  [
    ModelDriftPublished,
    {
      id: 'd',
      model: { name: 'url', version: 3 },
      reference: 'training',
      from: '2026-03-01T11:55:00.000Z',
      to: AT,
      rows: 7_000,
      processes: 2,
      level: 'drifted',
      columns: 121,
      drifted: [
        {
          column: 'url_length',
          populationStabilityIndex: 0.4,
          adjustedPValue: 1e-9,
          drifted: true,
          referenceMean: 40.5,
          currentMean: 80,
        },
      ],
      scores: { populationStabilityIndex: 0.3, adjustedPValue: 0, drifted: true },
      verdicts: { populationStabilityIndex: 0.01, adjustedPValue: 1, drifted: false },
      verdictRows: { malicious: 1_000, suspicious: 100, safe: 5_900 },
      at: AT,
    },
    [
      ['id', ''],
      ['model', undefined],
      ['reference', 'yesterday'],
      ['from', 7],
      ['rows', -1],
      ['processes', 0],
      ['level', 'fine'],
      ['columns', 1.5],
      ['drifted', undefined],
      ['drifted', 'url_length'],
      ['drifted', ['url_length']],
      ['scores', 0.3],
      ['scores.drifted', 'yes'],
      ['scores.adjustedPValue', -1],
      ['verdictRows', [1]],
      ['at', 'now'],
    ],
  ],
  [
    ListEntryChanged,
    {
      list: 'deny',
      entry: 'example.org',
      removed: false,
      reason: 'seen in a campaign',
      by: 'analyst',
      expiresAt: AT,
      at: AT,
    },
    [
      ['list', 'grey'],
      ['entry', undefined],
      ['entry', ''],
      ['entry', 'x'.repeat(256)],
      ['removed', 'yes'],
      ['reason', 'x'.repeat(501)],
      ['expiresAt', 'tomorrow'],
      ['at', undefined],
    ],
  ],
  [
    UrlFeedback,
    { id: 'a', url: 'http://example.com/', label: 'phishing', by: 'analyst', at: AT },
    [
      ['url', undefined],
      ['id', 'x'.repeat(257)],
      ['label', 'malicious'],
      ['by', ''],
      ['at', 1],
    ],
  ],
  [
    DatasetSnapshotPublished,
    {
      runId: 'r',
      snapshotId: 's',
      schema: 'uci-30',
      rows: 11_055,
      sha256: SHA256,
      objectKey: 'snapshots/s/data.parquet',
      source: { kind: 'file', name: 'a.csv', position: { sha256: SHA256 } },
      parent: 'p',
      run: RUN,
      createdAt: AT,
    },
    [
      ['runId', undefined],
      ['runId', 'x'.repeat(201)],
      ['runId', 'two words'],
      ['snapshotId', ''],
      ['schema', null],
      ['rows', -1],
      ['rows', 1.5],
      ['sha256', 'abc'],
      ['objectKey', ''],
      ['source', undefined],
      ['source', null],
      ['source', 'file'],
      ['source.kind', 'ftp'],
      ['source.name', ''],
      ['source.position', 7],
      ['parent', 7],
      ['run', 'training'],
      ['run.until', 'inference'],
      ['run.leaks', 'ignore'],
      ['run.search', []],
      ['run.search.algorithms', 'random-forest'],
      ['run.search.algorithms', [1]],
      ['run.search.seed', 1.5],
      ['run.search.folds', 1],
      ['run.search.strategy', 'luck'],
      ['run.search.candidates', 0],
      ['run.search.candidates', 1.5],
      ['run.search.engine', 'python'],
      ['run.search.grids', [1]],
      ['run.search.grids', { knn: 3 }],
      ['run.search.grids', { knn: { k: 3 } }],
      ['run.search.grids', { knn: { k: [] } }],
      ['run.search.grids', { knn: { k: [[3]] } }],
      ['run.search.grids', { knn: { k: [null] } }],
      // 10,000 combinations are the most.
      ['run.search.grids', { knn: { k: Array(101).fill(1), weights: Array(100).fill('uniform') } }],
      ['createdAt', 'now'],
    ],
  ],
  [
    DatasetReportPublished,
    {
      runId: 'r',
      reportId: 'p',
      snapshotId: 's',
      schema: 'uci-30',
      status: 'warned',
      drift: { against: 's0', columns: 30, drifted: 1, driftedColumns: ['SFH'] },
      reportKey: 'reports/p/report.json',
      run: RUN,
      createdAt: AT,
    },
    [
      ['reportId', undefined],
      ['status', 'ok'],
      ['drift', 'none'],
      ['drift.against', ''],
      ['drift.columns', -1],
      ['drift.drifted', 'one'],
      ['drift.driftedColumns', undefined],
      ['drift.driftedColumns', 'SFH'],
      ['drift.driftedColumns', [7]],
      ['reportKey', ''],
      ['createdAt', undefined],
    ],
  ],
  [
    ModelVersionPublished,
    {
      runId: 'r',
      name: 'uci-30',
      version: 1,
      metrics: { f1: 0.97 },
      objectKey: 'models/uci-30/x.safetensors',
      sha256: SHA256,
      snapshotId: 's',
      createdAt: AT,
    },
    [
      ['name', ''],
      ['version', 0],
      ['version', '1'],
      ['metrics', undefined],
      ['metrics', [0.97]],
      ['sha256', undefined],
      ['createdAt', {}],
    ],
  ],
  [
    ModelAliasChanged,
    { name: 'uci-30', alias: 'champion', version: 2, revision: 4, by: 'training', reason: '', at: AT },
    [
      ['name', undefined],
      ['alias', ''],
      ['version', 0],
      ['revision', 0],
      ['by', undefined],
      ['reason', 1],
      ['at', ''],
    ],
  ],
  [
    PipelineRequested,
    {
      runId: 'r',
      schema: 'uci-30',
      from: 'ingestion',
      source: { kind: 'kafka', topic: 't', from: { '0': '0' }, to: { '0': '9' }, format: 'csv' },
      snapshotId: 's',
      run: RUN,
      at: AT,
    },
    [
      ['source.bucket', 'arn:aws:s3:eu-west-1:1:accesspoint/elsewhere'],
      ['source.bucket', 'a/../b'],
      ['source.key', 'k'.repeat(1_025)],
      ['source.database', 'd'.repeat(64)],
      ['runId', ''],
      ['runId', 'a\u0000b'],
      ['from', 'inference'],
      ['source', 'a.csv'],
      ['source', []],
      ['source.kind', undefined],
      ['source.path', 7],
      ['source.from', '0'],
      ['source.format', 'xlsx'],
      ['run.until', 'never'],
      ['at', undefined],
    ],
  ],
  [
    PipelineProgress,
    {
      runId: 'r',
      schema: 'uci-30',
      stage: 'training',
      state: 'succeeded',
      done: 1,
      total: 1,
      message: '',
      last: true,
      result: {
        snapshotId: 's',
        reportId: 'p',
        reportStatus: 'passed',
        model: 'm',
        version: 1,
        alias: 'champion',
      },
      error: { code: 'WEIR_X', message: 'm' },
      at: AT,
    },
    [
      ['stage', 'inference'],
      ['state', 'done'],
      ['done', -1],
      ['total', 0.5],
      ['message', undefined],
      ['last', 'yes'],
      ['result', 7],
      ['result', []],
      ['result.version', '1'],
      ['error', 'broken'],
      ['error.code', ''],
      ['error.message', undefined],
      ['at', 'later'],
    ],
  ],
];

describe.each(EVENTS.map(([type, example, broken]) => ({ type, name: type.name, example, broken })))(
  '$name',
  ({ type, example, broken }) => {
    it('accepts a full example, and gives it back', () => {
      const validated = validate(type, example);
      expect(validated).toMatchObject({ ok: true });
      if (validated.ok) expect(JSON.parse(JSON.stringify(validated.value))).toEqual(example);
    });

    it('has no member that was not sent, so that spreading it wipes nothing out', () => {
      const validated = validate(type, required(type, example));
      expect(validated).toMatchObject({ ok: true });
      if (validated.ok) expect(Object.values(validated.value)).not.toContain(undefined);
    });

    it('takes null in an optional member for its absence', () => {
      const sent = Object.keys(example).map((member) => [member, required(type, example)[member] ?? null]);
      expect(validate(type, Object.fromEntries(sent))).toEqual(validate(type, required(type, example)));
    });

    it('drops members it does not know, so that a newer producer is understood', () => {
      const validated = validate(type, { ...example, addedNextYear: { deep: true } });
      expect(validated).toMatchObject({ ok: true });
      if (validated.ok) expect(validated.value).not.toHaveProperty('addedNextYear');
    });

    it.each(broken)('names %s where it is %j', (path, value) => {
      const validated = validate(type, withMember(example, path.split('.'), value));
      expect(validated.ok).toBe(false);
      if (!validated.ok) expect(validated.issues.map((issue) => issue.path)).toContainEqual(inside(path));
    });

    it.each([null, undefined, 7, 'text', [], [example]])('refuses %j, which is no object', (raw) => {
      expect(validate(type, raw)).toEqual({
        ok: false,
        issues: [{ code: 'type', path: '', message: 'must be a JSON object' }],
      });
    });
  },
);

/** The path itself. */
function inside(path: string): unknown {
  return expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}$`));
}

/** The example without the members that may be left out. */
function required(type: ClassConstructor<object>, example: Json): Json {
  const needed = Object.entries(example).filter(
    ([member]) => !validate(type, { ...example, [member]: undefined }).ok,
  );
  return Object.fromEntries(needed);
}

function withMember(example: Json, [first = '', ...rest]: readonly string[], value: unknown): Json {
  return {
    ...example,
    [first]: rest.length === 0 ? value : withMember(example[first] as Json, rest, value),
  };
}
