import {
  ModelVersionPublished,
  PipelineProgress,
  SchemaRegistry,
  TOPICS,
  UCI_30,
  URL_SCHEMA,
  validate,
} from '@weir/contracts';
import { sketchFromJson } from '@weir/drift';
import { decodeArtifact } from '@weir/learning';
import {
  CHALLENGER,
  CHAMPION,
  createLogger,
  Metrics,
  ModelRegistry,
  type Objects,
  publishEvent,
  readEnvironment,
  startService,
  uuid7,
  WeirError,
} from '@weir/platform';
import {
  batchOf,
  exampleVersion,
  storeSnapshot,
  type TemporaryBackends,
  temporaryBackends,
  uciWebsiteRows,
} from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainingService } from './index.js';
import {
  publishedBy,
  registryOf,
  reportEvent,
  SMALL_SEARCH,
  type TrainingStandIns,
  trainingOver,
} from './testing/running-training.js';

const ROWS = uciWebsiteRows();
const BUS_AWAY = () => new WeirError('WEIR_BUS_UNAVAILABLE', 'away');

describe('TrainingController', () => {
  let backends: TemporaryBackends;
  let snapshotId: string;
  beforeEach(async () => {
    backends = await temporaryBackends();
    snapshotId = (await storeSnapshot(backends, UCI_30, ROWS.slice(0, 600))).id;
  });
  afterEach(() => backends.dispose());

  const reports = (events: readonly object[], standIns?: TrainingStandIns, signal?: AbortSignal) =>
    trainingOver(backends, standIns).onReports(batchOf(TOPICS.datasetsReports, events, signal));
  const requests = (events: readonly object[]) =>
    trainingOver(backends).onRequests(batchOf(TOPICS.pipelineRequests, events));
  const versionsOf = async (name = 'uci-30') => (await registryOf(backends).list({ name })).items;
  const progressOf = (runId: unknown) => publishedBy(backends, 'pipelineProgress', runId);
  const aliasEvents = () => backends.bus.valuesOf(TOPICS.modelsAliases);

  it('makes a version of a report: artifact, entry, event, champion, progress', async () => {
    const event = reportEvent(snapshotId);
    await reports([event]);
    const [version] = await versionsOf();
    expect(version).toMatchObject({
      name: 'uci-30',
      version: 1,
      runId: event.runId,
      snapshotId,
      rows: 600,
      algorithm: 'decision-tree',
    });
    expect(version?.createdAt).toBe(event.createdAt);
    // The data are audited, and one column alone does not give the label away.
    expect(version?.leaks).toEqual([]);
    expect(version?.metrics['distinct.f1']).toBeGreaterThan(0.8);
    const bytes = await backends.objects.read(version?.objectKey ?? '', { sha256: version?.sha256 ?? '' });
    expect(decodeArtifact(bytes)).toMatchObject({ schema: 'uci-30', algorithm: 'decision-tree' });
    const [published] = publishedBy(backends, 'modelsVersions', event.runId);
    expect(validate(ModelVersionPublished, published)).toMatchObject({ ok: true });
    expect(published).toMatchObject({ version: 1, sha256: version?.sha256, objectKey: version?.objectKey });
    expect(aliasEvents()).toMatchObject([{ name: 'uci-30', alias: CHAMPION, version: 1, by: 'training' }]);
    const progress = progressOf(event.runId);
    for (const each of progress) expect(validate(PipelineProgress, each)).toMatchObject({ ok: true });
    expect(progress.at(-1)).toMatchObject({
      stage: 'training',
      state: 'succeeded',
      last: true,
      result: { snapshotId, model: 'uci-30', version: 1, alias: CHAMPION },
    });
  });

  it('writes down every candidate, with its folds and its time', async () => {
    const search = {
      algorithms: ['decision-tree', 'adaboost'],
      folds: 2,
      grids: { adaboost: { nEstimators: [2, 4] } },
    };
    const event = reportEvent(snapshotId, { run: { search } });
    await reports([event]);
    const [version] = await versionsOf();
    expect(version?.candidates.map(({ algorithm, parameters }) => [algorithm, parameters])).toEqual([
      ...['gini', 'entropy', 'log_loss'].map((criterion) => ['decision-tree', { criterion }]),
      ['adaboost', { nEstimators: 2 }],
      ['adaboost', { nEstimators: 4 }],
    ]);
    for (const { foldF1, meanF1, seconds } of version?.candidates ?? []) {
      expect(foldF1).toHaveLength(2);
      expect(((foldF1?.[0] ?? 0) + (foldF1?.[1] ?? 0)) / 2).toBeCloseTo(meanF1, 12);
      expect(seconds).toBeGreaterThan(0);
    }
  });

  it('publishes what the taught rows were like, for streams to be compared with', async () => {
    await reports([reportEvent(snapshotId)]);
    const [version] = await versionsOf();
    const { objectKey = '', sha256 = '' } = version?.reference ?? {};
    expect(objectKey).toBe(`models/uci-30/references/${sha256}.json`);
    const profile = await backends.objects.read(objectKey, { sha256 });
    const sketch = sketchFromJson(JSON.parse(profile.toString()));
    expect(sketch).toMatchObject({ rows: 600, columns: UCI_30.columns.map(({ name }) => name) });
    expect(sketch.answers.scores.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(100);
  });

  it('publishes the card beside the artifact, as JSON and as Markdown', async () => {
    await reports([reportEvent(snapshotId)]);
    const [version] = await versionsOf();
    const { json, markdown } = version?.card ?? {};
    const read = async (stored = json) =>
      (await backends.objects.read(stored?.objectKey ?? '', { sha256: stored?.sha256 ?? '' })).toString();
    const card = JSON.parse(await read());
    expect(card).toMatchObject({
      format: 'weir-model-card',
      model: { algorithm: 'decision-tree', sha256: version?.sha256 },
      data: { rows: 600, snapshotId, skippedRows: 0, labelsFrom: null },
      candidates: { tried: 3 },
    });
    expect(card.splits.grouped.figures.f1.value).toBe(version?.metrics['distinct.f1']);
    expect(card.curves.roc.at(-1)).toEqual([1, 1]);
    expect(await read(markdown)).toContain(card.limits.at(-1));
    expect(json?.objectKey).toBe(`models/uci-30/cards/${json?.sha256}.json`);
  });

  it('halves, draws at random, and fits with the ml packages, where it is asked to', async () => {
    const tree = { algorithms: ['decision-tree'], folds: 2 };
    const searches = [
      { ...tree, strategy: 'halving', grids: { 'decision-tree': { maxDepth: [2, 3, 4, 5, 6, 7] } } },
      { ...tree, strategy: 'random', candidates: 2, grids: { 'decision-tree': { maxDepth: [2, 3, 4, 5] } } },
      { ...tree, engine: 'ml', grids: { 'decision-tree': { maxDepth: [3], minSamplesSplit: [5] } } },
    ];
    const events = searches.map((search) => reportEvent(snapshotId, { run: { search } }));
    await reports(events);
    for (const { runId } of events) expect(progressOf(runId).at(-1)).toMatchObject({ state: 'succeeded' });
    const [ml, random, halved] = await versionsOf();
    expect(halved?.candidates.map(({ rung }) => rung).sort()).toEqual([0, 0, 0, 0, 1, 1]);
    expect(random?.candidates).toHaveLength(2);
    expect(ml).toMatchObject({ algorithm: 'decision-tree', parameters: { maxDepth: 3, minSamplesSplit: 5 } });
    expect(ml?.metrics['distinct.f1']).toBeGreaterThan(0.8);
    const card = await backends.objects.read(ml?.card?.json.objectKey ?? '');
    expect(JSON.parse(card.toString())).toMatchObject({ model: { engine: 'ml' } });
  });

  it('tells everything in the order that a crash can be mended from', async () => {
    const event = reportEvent(snapshotId);
    await reports([event]);
    const told = backends.bus.published
      .map((each) => each.topic)
      .filter((topic) => topic.startsWith('models.'));
    expect(told).toEqual(['models.versions', 'models.aliases']);
  });

  describe('the same event twice', () => {
    it('makes one version, and tells the same again', async () => {
      const event = reportEvent(snapshotId);
      await reports([event]);
      await reports([event, event]);
      expect(await versionsOf()).toHaveLength(1);
      const published = publishedBy(backends, 'modelsVersions', event.runId);
      expect(published).toHaveLength(3);
      for (const each of published) expect(each).toEqual(published[0]);
      expect(new Set(aliasEvents().map((each) => each.revision))).toEqual(new Set([1]));
      expect(progressOf(event.runId).at(-1)).toMatchObject({
        state: 'succeeded',
        result: { version: 1, alias: CHAMPION },
      });
    });

    it('makes one version where two replicas train at once', async () => {
      const event = reportEvent(snapshotId);
      const outcomes = await Promise.allSettled([reports([event]), reports([event])]);
      for (const each of outcomes) {
        // Whoever lost the race for the champion gets the event again.
        if (each.status === 'rejected') await reports([event]);
      }
      expect(await versionsOf()).toHaveLength(1);
      expect((await registryOf(backends).aliases('uci-30')).map(({ value }) => value)).toMatchObject([
        { alias: CHAMPION, version: 1, previous: [] },
      ]);
    });

    it('is not judged against itself where another replica was faster', async () => {
      const event = reportEvent(snapshotId);
      await reports([event]);
      // What the slower one saw before the faster had moved an alias.
      const alias = vi.spyOn(ModelRegistry.prototype, 'alias');
      alias.mockResolvedValueOnce(null).mockResolvedValueOnce(null);
      await reports([event]);
      alias.mockRestore();
      expect((await registryOf(backends).aliases('uci-30')).map(({ value }) => value)).toMatchObject([
        { alias: CHAMPION, version: 1, previous: [] },
      ]);
    });

    it('does not undo a rollback made since', async () => {
      // Every second label is wrong, so that the version after it is better beyond noise.
      const noisy = ROWS.slice(0, 600).map((row, index) =>
        index % 2 ? row : { ...row, label: 1 - row.label },
      );
      const first = reportEvent((await storeSnapshot(backends, UCI_30, noisy)).id);
      const second = reportEvent(snapshotId);
      await reports([first, second]);
      const registry = registryOf(backends);
      expect(await registry.champion('uci-30')).toMatchObject({ version: 2 });
      await registry.rollback({ name: 'uci-30', by: 'analyst', reason: 'worse on our mail' });
      await reports([second]);
      expect(await registry.champion('uci-30')).toMatchObject({ version: 1 });
      expect(progressOf(second.runId).at(-1)).toMatchObject({
        state: 'succeeded',
        result: { version: 2, alias: CHALLENGER },
      });
    });

    it('does not bring back a champion that a better one has followed', async () => {
      const registry = registryOf(backends);
      const event = reportEvent(snapshotId);
      await reports([event]);
      const better = { 'distinct.f1': 1, 'distinct.f1StandardError': 0, 'distinct.rocAuc': 1 };
      await registry.add(exampleVersion('uci-30', 'better', { metrics: better }));
      await registry.move({ name: 'uci-30', alias: CHAMPION, version: 2, by: 'training', reason: '' });
      const before = await registry.aliases('uci-30');
      await reports([event]);
      expect(await registry.aliases('uci-30')).toEqual(before);
    });

    it('does not bring a challenger back that a later one has followed', async () => {
      const events = [reportEvent(snapshotId), reportEvent(snapshotId), reportEvent(snapshotId)];
      await reports(events);
      expect((await registryOf(backends).alias('uci-30', CHALLENGER))?.value).toMatchObject({
        version: 3,
        previous: [2],
      });
      const before = await registryOf(backends).aliases('uci-30');
      await reports(events);
      expect(await registryOf(backends).aliases('uci-30')).toEqual(before);
    });
  });

  describe('a crash on the way is finished when the event comes again', () => {
    const finished = async (event: Record<string, unknown>) => {
      await reports([event]);
      expect(await versionsOf()).toHaveLength(1);
      expect(await registryOf(backends).champion('uci-30')).toMatchObject({ version: 1, runId: event.runId });
      expect(publishedBy(backends, 'modelsVersions', event.runId).length).toBeGreaterThan(0);
      expect(aliasEvents().at(-1)).toMatchObject({ version: 1, alias: CHAMPION });
      expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'succeeded' });
    };

    it('between the artifact and the registry entry, with the same bytes', async () => {
      const event = reportEvent(snapshotId);
      const put = vi.spyOn(backends.objects, 'put');
      const registry: ModelRegistry = Object.create(registryOf(backends), {
        add: { value: () => Promise.reject(new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'away')) },
        ofRun: { value: async () => null },
      });
      await expect(reports([event], { registry })).rejects.toMatchObject({
        code: 'WEIR_DOCUMENTS_UNAVAILABLE',
      });
      expect(await versionsOf()).toEqual([]);
      await finished(event);
      const objects = await Promise.all(
        put.mock.results.map((each) => each.value as ReturnType<Objects['put']>),
      );
      // The card says how long each candidate took, and is another the second time.
      const artifacts = objects.filter(({ key }) => key.endsWith('.safetensors'));
      expect(artifacts.map((each) => each.created)).toEqual([true, false]);
      expect(new Set(artifacts.map((each) => each.key)).size).toBe(1);
    });

    it.each(['models.versions', 'models.aliases'])('before %s is published', async (topic) => {
      const event = reportEvent(snapshotId);
      const publish = backends.bus.publish.bind(backends.bus);
      vi.spyOn(backends.bus, 'publish').mockImplementation((records) =>
        records[0]?.topic === topic ? Promise.reject(BUS_AWAY()) : publish(records),
      );
      await expect(reports([event])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
      vi.restoreAllMocks();
      await finished(event);
    });

    it('before the end of the run is published', async () => {
      const event = reportEvent(snapshotId);
      const publish = backends.bus.publish.bind(backends.bus);
      vi.spyOn(backends.bus, 'publish').mockImplementation((records) =>
        String(records[0]?.value).includes('"succeeded"') ? Promise.reject(BUS_AWAY()) : publish(records),
      );
      await expect(reports([event])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
      vi.restoreAllMocks();
      await finished(event);
    });
  });

  describe('what no wait can mend ends the run with its code', () => {
    const endsWith = async (event: Record<string, unknown>, code: string) => {
      await reports([event]);
      expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'failed', last: true, error: { code } });
      expect(publishedBy(backends, 'modelsVersions', event.runId)).toEqual([]);
      expect(await versionsOf()).toEqual([]);
    };
    const of = async (rows: Parameters<typeof storeSnapshot>[2], changes: Record<string, unknown> = {}) =>
      reportEvent((await storeSnapshot(backends, UCI_30, rows)).id, changes);

    it('rows of one class', async () => {
      await endsWith(
        await of(ROWS.slice(0, 300).map((row) => ({ ...row, label: 1 }))),
        'WEIR_DATA_ONE_CLASS',
      );
    });

    it('rows without a label, and no rows', async () => {
      await endsWith(
        await of(ROWS.slice(0, 300).map((row) => ({ ...row, label: -1 }))),
        'WEIR_DATA_ONE_CLASS',
      );
      await endsWith(await of([]), 'WEIR_DATA_ONE_CLASS');
    });

    it('too few rows to split', async () => {
      const [phishing, legitimate] = [0, 1].map((label) => ROWS.find((row) => row.label === label));
      if (phishing === undefined || legitimate === undefined) throw new Error('no rows');
      await endsWith(await of([phishing, legitimate, legitimate]), 'WEIR_DATA_TOO_SMALL');
    });

    it('what the engine "ml" cannot do, by parameter, missing values or size', async () => {
      const ml = (search: object) =>
        endsWith(
          reportEvent(snapshotId, { run: { search: { engine: 'ml', folds: 2, ...search } } }),
          'WEIR_REQUEST_INVALID',
        );
      await ml({ algorithms: ['decision-tree'], grids: { 'decision-tree': { criterion: ['entropy'] } } });
      await ml({ algorithms: ['random-forest'], grids: { 'random-forest': { nEstimators: [500] } } });
      await ml({ algorithms: ['adaboost'] });
    });

    it('an algorithm nobody knows, and folds that the rows cannot fill', async () => {
      await endsWith(
        reportEvent(snapshotId, { run: { search: { algorithms: ['oracle'] } } }),
        'WEIR_REQUEST_INVALID',
      );
      await endsWith(
        reportEvent(snapshotId, { run: { search: { ...SMALL_SEARCH, folds: 500 } } }),
        'WEIR_DATA_TOO_SMALL',
      );
    });

    it('a schema nobody knows, a snapshot nobody stored, and an object that is gone', async () => {
      await endsWith(reportEvent(snapshotId, { schema: 'nothing' }), 'WEIR_SCHEMA_UNKNOWN');
      await endsWith(reportEvent('uci-30-ffffffffffffffff'), 'WEIR_NOT_FOUND');
      const gone = await storeSnapshot(backends, UCI_30, ROWS.slice(2_000, 2_100));
      await backends.objects.delete(gone.objectKey);
      await endsWith(reportEvent(gone.id), 'WEIR_OBJECT_MISSING');
    });

    it('and the next event of the batch is handled', async () => {
      const good = reportEvent(snapshotId);
      await reports([reportEvent('nothing'), 7 as unknown as object, good]);
      expect(publishedBy(backends, 'modelsVersions', good.runId)).toHaveLength(1);
      expect(backends.bus.valuesOf(TOPICS.urlsRejected)).toHaveLength(1);
    });
  });

  it('rejects while the object store is away, and ends no run', async () => {
    const event = reportEvent(snapshotId);
    const away = () => Promise.reject(new WeirError('WEIR_OBJECTS_UNAVAILABLE', 'away'));
    const objects: Objects = Object.create(backends.objects, { get: { value: away }, read: { value: away } });
    await expect(reports([event], { objects })).rejects.toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
    expect(progressOf(event.runId).map((each) => each.state)).not.toContain('failed');
  });

  it('rejects where its partition is taken away, and neither ends the run nor makes a version', async () => {
    const event = reportEvent(snapshotId);
    await expect(reports([event], {}, AbortSignal.abort())).rejects.toThrow();
    expect(progressOf(event.runId).map((each) => each.state)).not.toContain('failed');
    expect(await versionsOf()).toEqual([]);
  });

  it('leaves alone what is not its own: failed reports, runs that end before, requests of other stages', async () => {
    const events = [
      reportEvent(snapshotId, { status: 'failed' }),
      reportEvent(snapshotId, { run: { until: 'validation' } }),
    ];
    await reports(events);
    const at = new Date().toISOString();
    const request = { runId: uuid7(), schema: 'uci-30', snapshotId, at };
    await requests([
      { ...request, from: 'ingestion' },
      { ...request, from: 'validation' },
    ]);
    for (const { runId } of [...events, request]) expect(progressOf(runId)).toEqual([]);
  });

  it('trains where a run begins at training', async () => {
    const runId = uuid7();
    const request = { runId, schema: 'uci-30', from: 'training', snapshotId, run: { search: SMALL_SEARCH } };
    await requests([{ ...request, at: new Date().toISOString() }]);
    expect(await versionsOf()).toMatchObject([{ runId, version: 1 }]);
  });

  it('learns from raw URLs, with a group for each registrable domain', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => ({
      values: [
        index % 2
          ? `https://www.shop${index % 90}.example/about`
          : `http://10.0.0.${index % 250}/login.php?verify=${index}`,
        'test',
        null,
      ],
      label: index % 2,
    }));
    const urls = await storeSnapshot(backends, URL_SCHEMA, [
      ...rows,
      { values: ['http://', 'test', null], label: 0 },
    ]);
    const refused = reportEvent(urls.id, { schema: 'url' });
    await reports([refused]);
    const [failure] = progressOf(refused.runId).filter(({ state }) => state === 'failed');
    expect(failure?.error).toMatchObject({
      code: 'WEIR_DATA_LEAK',
      message: expect.stringContaining('url.has_www'),
    });
    expect(await versionsOf('url')).toEqual([]);
    const event = reportEvent(urls.id, { schema: 'url', run: { search: SMALL_SEARCH, leaks: 'accept' } });
    await reports([event]);
    expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'succeeded' });
    const [version] = await versionsOf('url');
    expect(version).toMatchObject({ name: 'url', rows: 400 });
    expect(version?.metrics['distinct.f1']).toBeGreaterThan(0.95);
    expect(version?.leaks).toContainEqual({
      rule: expect.stringContaining('url.has_www'),
      balancedAccuracy: expect.closeTo(1, 2),
      visibleToModel: false,
    });
    const { objectKey = '', sha256 = '' } = version?.card?.json ?? {};
    const card = JSON.parse(String(await backends.objects.read(objectKey, { sha256 })));
    expect(card.leaks).toEqual(version?.leaks);
    expect(card.limits[0]).toContain('gives the label away');
  });

  it('works as the service, from the topic to the topic, with the starter model beside', async () => {
    const platform = {
      service: 'training',
      environment: readEnvironment({ WEIR_TRAINING_WORKERS: '0' }),
      backends,
      logger: createLogger({ service: 'training', level: 'silent' }),
      metrics: new Metrics(),
      schemas: new SchemaRegistry(),
    };
    const service = await startService(platform, trainingService, { host: '127.0.0.1', port: 0 });
    try {
      await service.consuming;
      const event = reportEvent(snapshotId);
      await publishEvent(backends.bus, TOPICS.datasetsReports, 'uci-30', event, { source: '/test' });
      await vi.waitFor(
        () => expect(progressOf(event.runId).at(-1)).toMatchObject({ state: 'succeeded' }),
        25_000,
      );
      await vi.waitFor(async () => expect(await registryOf(backends).champion('url')).not.toBeNull(), 25_000);
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      expect(metrics).toMatch(/weir_training_seconds_count\{algorithm="decision-tree"\} [1-9]/);
    } finally {
      await service.close();
    }
  });
});
