import {
  DatasetReportPublished,
  PipelineProgress,
  SchemaRegistry,
  TOPICS,
  UCI_30,
  validate,
} from '@weir/contracts';
import {
  createLogger,
  Metrics,
  type Objects,
  publishEvent,
  ReportCatalog,
  readEnvironment,
  startService,
  uuid7,
  WeirError,
} from '@weir/platform';
import {
  batchOf,
  storeSnapshot,
  type TemporaryBackends,
  temporaryBackends,
  uciWebsiteRows,
} from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { validationService } from './index.js';
import type { ValidationReport } from './report/validation-report.js';
import { snapshotEvent, validationOver } from './testing/running-validation.js';

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('ValidationController', () => {
  let backends: TemporaryBackends;
  let snapshotId: string;
  let failingId: string;
  beforeAll(async () => {
    backends = await temporaryBackends();
    const rows = uciWebsiteRows().slice(0, 1_000);
    snapshotId = (await storeSnapshot(backends, UCI_30, rows)).id;
    const oneClass = rows.map((row) => ({ ...row, label: 0 }));
    failingId = (await storeSnapshot(backends, UCI_30, oneClass)).id;
  });
  afterAll(() => backends.dispose());

  const of = (runId: unknown, values: Record<string, unknown>[]) =>
    values.filter((each) => each.runId === runId);
  const reportsOf = (runId: unknown) => of(runId, backends.bus.valuesOf(TOPICS.datasetsReports));
  const progressOf = (runId: unknown) => of(runId, backends.bus.valuesOf(TOPICS.pipelineProgress));
  const snapshots = (events: readonly (object | string)[], objects?: Objects) =>
    validationOver(backends, [], objects).onSnapshots(batchOf(TOPICS.datasetsSnapshots, events));
  const requests = (events: readonly object[]) =>
    validationOver(backends).onRequests(batchOf(TOPICS.pipelineRequests, events));

  it('publishes a report of the contract and the progress of its stage', async () => {
    const event = await snapshotEvent(backends, snapshotId);
    const run = { until: 'training', search: { seed: 7 } };
    await snapshots([{ ...event, run }]);
    const [report] = reportsOf(event.runId);
    expect(report).toMatchObject({ runId: event.runId, snapshotId, schema: 'uci-30', status: 'warned', run });
    expect(validate(DatasetReportPublished, report)).toMatchObject({ ok: true });
    const progress = progressOf(event.runId);
    expect(progress.at(0)).toMatchObject({ stage: 'validation', state: 'running' });
    expect(progress.at(-1)).toMatchObject({
      state: 'succeeded',
      result: { snapshotId, reportId: report?.reportId, reportStatus: 'warned' },
    });
    expect(progress.at(-1)).not.toHaveProperty('last');
    for (const each of progress) expect(validate(PipelineProgress, each)).toMatchObject({ ok: true });
  });

  it('makes one report of an event that comes twice, and publishes the same event again', async () => {
    const event = await snapshotEvent(backends, snapshotId);
    await snapshots([event]);
    await snapshots([event, event]);
    const published = reportsOf(event.runId);
    expect(published).toHaveLength(3);
    expect(published[1]).toEqual(published[0]);
    expect(published[2]).toEqual(published[0]);
    const { items } = await new ReportCatalog(backends.documents).list({ limit: 1_000 });
    expect(items.filter((each) => each.runId === event.runId)).toHaveLength(1);
    const ids = backends.bus.published
      .filter((each) => each.value.runId === event.runId && each.topic === TOPICS.datasetsReports.name)
      .map((each) => each.headers.ce_id);
    expect(new Set(ids)).toEqual(new Set([published[0]?.reportId]));
  });

  it('makes one report where two replicas look at the same run at once', async () => {
    const event = await snapshotEvent(backends, snapshotId);
    await Promise.all([snapshots([event]), snapshots([event])]);
    const [first, second] = reportsOf(event.runId);
    expect(second).toEqual(first);
  });

  it('looks again where a run begins at validation, and ends a run that asks for no more', async () => {
    const runId = uuid7();
    await requests([
      {
        runId,
        schema: 'uci-30',
        from: 'validation',
        snapshotId,
        run: { until: 'validation' },
        at: new Date().toISOString(),
      },
    ]);
    expect(reportsOf(runId)).toMatchObject([{ snapshotId, run: { until: 'validation' } }]);
    expect(progressOf(runId).at(-1)).toMatchObject({ state: 'succeeded', last: true });
  });

  it('leaves alone what is not its own', async () => {
    const event = await snapshotEvent(backends, snapshotId);
    await snapshots([{ ...event, run: { until: 'ingestion' } }]);
    const runId = uuid7();
    for (const from of ['ingestion', 'training'])
      await requests([{ runId, schema: 'uci-30', from, snapshotId, at: new Date().toISOString() }]);
    expect([...progressOf(event.runId), ...progressOf(runId)]).toEqual([]);
  });

  it('ends the run of a snapshot that fails, after its report is published', async () => {
    const event = await snapshotEvent(backends, failingId);
    await snapshots([event]);
    expect(reportsOf(event.runId)).toMatchObject([{ status: 'failed' }]);
    expect(progressOf(event.runId).at(-1)).toMatchObject({
      state: 'failed',
      last: true,
      error: { code: 'WEIR_REPORT_FAILED' },
      result: { snapshotId: failingId, reportStatus: 'failed' },
    });
  });

  it('says in the run what is wrong with the data, not only that something is', async () => {
    const event = await snapshotEvent(backends, failingId);
    await snapshots([event]);
    const last = progressOf(event.runId).at(-1) as PipelineProgress | undefined;
    const message = last?.error?.message ?? '';
    const { reportKey } = reportsOf(event.runId)[0] ?? { reportKey: '' };
    const { issues } = JSON.parse(String(await backends.objects.read(String(reportKey)))) as ValidationReport;
    const error = issues.find((issue) => issue.severity === 'error');
    expect(error).toBeDefined();
    expect(message).toContain(error?.message ?? '?');
  });

  describe('what no wait can mend ends the run with its code, and the batch goes on', () => {
    it.each([
      ['a schema nobody knows', { schema: 'nothing' }, 'WEIR_SCHEMA_UNKNOWN'],
      ['a snapshot nobody stored', { snapshotId: 'uci-30-ffffffffffffffff' }, 'WEIR_NOT_FOUND'],
    ])('%s', async (_case, changes, code) => {
      const event = await snapshotEvent(backends, snapshotId);
      const after = await snapshotEvent(backends, snapshotId);
      await snapshots([{ ...event, ...changes }, after]);
      expect(progressOf(event.runId)).toMatchObject([{ state: 'failed', last: true, error: { code } }]);
      expect(reportsOf(event.runId)).toEqual([]);
      expect(reportsOf(after.runId)).toHaveLength(1);
    });

    it('an object that is gone', async () => {
      const rows = uciWebsiteRows().slice(2_000, 2_300);
      const gone = await storeSnapshot(backends, UCI_30, rows);
      await backends.objects.delete(gone.objectKey);
      const event = await snapshotEvent(backends, gone.id);
      await snapshots([event]);
      expect(progressOf(event.runId).at(-1)).toMatchObject({
        state: 'failed',
        error: { code: 'WEIR_OBJECT_MISSING' },
      });
    });

    it('a record that is no event goes to the dead letters', async () => {
      const event = await snapshotEvent(backends, snapshotId);
      await snapshots(['not JSON', event]);
      expect(
        backends.bus.published.filter((each) => each.topic === TOPICS.urlsRejected.name).at(-1),
      ).toMatchObject({
        headers: { topic: 'datasets.snapshots', error: expect.stringContaining('not JSON') },
      });
      expect(reportsOf(event.runId)).toHaveLength(1);
    });
  });

  describe('what a wait can mend rejects, so that the event is handled again', () => {
    const away = () => Promise.reject(new WeirError('WEIR_OBJECTS_UNAVAILABLE', 'away'));

    it('the object store is away', async () => {
      const event = await snapshotEvent(backends, snapshotId);
      const objects: Objects = Object.create(backends.objects, {
        get: { value: away },
        read: { value: away },
      });
      await expect(snapshots([event], objects)).rejects.toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
      expect(progressOf(event.runId).map((each) => each.state)).not.toContain('failed');
      await snapshots([event]);
      expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'succeeded' });
    });

    it.each([1, 2, 3])('the bus is away at publication %i; done again, there is one report', async (nth) => {
      const event = await snapshotEvent(backends, snapshotId);
      const publish = backends.bus.publish.bind(backends.bus);
      let calls = 0;
      vi.spyOn(backends.bus, 'publish').mockImplementation((records) => {
        calls += 1;
        if (calls === nth) return Promise.reject(new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
        return publish(records);
      });
      await expect(snapshots([event])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
      vi.restoreAllMocks();
      await snapshots([event]);
      const ids = new Set(reportsOf(event.runId).map((each) => each.reportId));
      expect(ids.size).toBe(1);
      expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'succeeded' });
    });
  });

  it('works as the service: from the topic to the topic, with the trace handed on', async () => {
    const service = await startService(
      {
        service: 'validation',
        environment: readEnvironment({}),
        backends,
        logger: createLogger({ service: 'validation', level: 'silent' }),
        metrics: new Metrics(),
        schemas: new SchemaRegistry(),
      },
      validationService,
      { host: '127.0.0.1', port: 0 },
    );
    try {
      await service.consuming;
      const event = await snapshotEvent(backends, snapshotId);
      await publishEvent(backends.bus, TOPICS.datasetsSnapshots, 'uci-30', event, {
        source: '/test',
        traceparent: TRACE,
      });
      await vi.waitFor(() => expect(reportsOf(event.runId)).toHaveLength(1), 20_000);
      const sent = backends.bus.published.find(
        (each) => each.topic === TOPICS.datasetsReports.name && each.value.runId === event.runId,
      );
      expect(sent).toMatchObject({
        key: 'uci-30',
        headers: { ce_source: '/weir/validation', traceparent: TRACE },
      });
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      expect(metrics).toContain('weir_drift_columns{schema="uci-30"} 0');
    } finally {
      await service.close();
    }
  });
});
