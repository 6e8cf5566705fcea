import { UrlVerdict, validate } from '@weir/contracts';
import { type EventBus, Metrics, type OutgoingRecord, WeirError } from '@weir/platform';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UrlLists } from '../lists/index.js';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { StreamScoring } from '../scoring/index.js';
import { challengeOver } from '../testing/challenge.js';
import { generateUrls } from '../testing/generated-urls.js';
import { batchOf } from '../testing/records.js';
import { serve } from '../testing/served-model.js';
import { trainUrlModel } from '../testing/trained-models.js';
import { SubmittedUrlsController } from './submitted-urls.controller.js';
import { UrlClassifier } from './url-classifier.js';

let model: ServedModel;
let slots: ModelSlots;
let lists: UrlLists;
let metrics: Metrics;
let published: (readonly OutgoingRecord[])[];
let publish: (records: readonly OutgoingRecord[]) => Promise<void>;
let bus: Pick<EventBus, 'publish'>;
let observed: { version: number; rows: number }[];
let controller: SubmittedUrlsController;

beforeAll(async () => {
  model = serve(await trainUrlModel(), 5);
});

beforeEach(() => {
  slots = new ModelSlots();
  lists = new UrlLists();
  lists.replaceAll([]);
  metrics = new Metrics();
  published = [];
  observed = [];
  publish = async (records) => {
    published.push(records);
  };
  bus = { publish: (records) => publish(records) };
  controller = new SubmittedUrlsController(
    slots,
    new StreamScoring(new UrlClassifier(), { inferenceThreads: 0 }),
    lists,
    new InferenceMetrics(metrics),
    challengeOver(slots, metrics).challenge,
    { observe: ({ version }, rows) => void observed.push({ version, rows: rows.rows }) },
  );
});

const on = (topic: string) => published.flat().filter((record) => record.topic === topic);

async function total(name: string): Promise<number> {
  const metric = await metrics.registry.getSingleMetric(name)?.get();
  return (metric?.values ?? []).reduce((sum, { value }) => sum + value, 0);
}

describe('onSubmitted', () => {
  it('rejects without a model, so that the bus hands the batch over again', async () => {
    await expect(controller.onSubmitted(batchOf(['a.example'], { bus }))).rejects.toMatchObject({
      code: 'WEIR_MODEL_MISSING',
      transient: true,
    });
    expect(published).toEqual([]);
  });

  it('publishes a batch’s verdicts together, in order', async () => {
    slots.swap(model);
    const urls = generateUrls(1_000, 9).map(({ url }) => url);
    await controller.onSubmitted(batchOf(urls, { bus }));
    expect(published).toHaveLength(1);
    const verdicts = on('urls.verdicts').map(({ value }) => JSON.parse(String(value)));
    expect(verdicts.map(({ url }) => url)).toEqual(urls);
    expect(new Set(verdicts.map(({ model: { version } }) => version))).toEqual(new Set([5]));
    expect(await total('weir_verdicts_total')).toBe(1_000);
  });

  it('hands the rows of what could be read to the sketches, and none where nothing could', async () => {
    slots.swap(model);
    await controller.onSubmitted(batchOf(['http://a.example/', '{}', 'http://b.example/'], { bus }));
    await controller.onSubmitted(batchOf(['{}'], { bus }));
    expect(observed).toEqual([{ version: 5, rows: 2 }]);
  });

  it('lets the lists decide in place of the model, whose probability it keeps', async () => {
    slots.swap(model);
    const urls = generateUrls(200, 4).map(({ url }) => url);
    await controller.onSubmitted(batchOf(urls, { bus }));
    const before = on('urls.verdicts').map(({ value }) => JSON.parse(String(value)) as UrlVerdict);
    const flagged = before.findIndex(({ verdict }) => verdict === 'malicious');
    const passed = before.findIndex(({ verdict }) => verdict === 'safe');
    const at = '2026-03-01T12:00:00.000Z';
    const host = (index: number) => new URL(urls[index] ?? '').hostname;
    lists.set({ list: 'allow', entry: host(flagged), at });
    lists.set({ list: 'deny', entry: host(passed), reason: 'seen', by: 'ann', at });
    published = [];
    await controller.onSubmitted(batchOf([urls[flagged] ?? '', urls[passed] ?? ''], { bus }));
    const [allowed, denied] = on('urls.verdicts').map(({ value }) => JSON.parse(String(value)));
    expect(allowed).toMatchObject({
      verdict: 'safe',
      probability: before[flagged]?.probability,
      list: { list: 'allow', entry: host(flagged) },
    });
    expect(denied).toMatchObject({
      verdict: 'malicious',
      probability: before[passed]?.probability,
      reasons: [`\`${host(passed)}\` is on the deny list: seen (by ann)`],
      list: { list: 'deny', entry: host(passed), reason: 'seen', by: 'ann' },
    });
    expect(validate(UrlVerdict, denied)).toMatchObject({ ok: true });
    expect(await total('weir_overruled_verdicts_total')).toBe(2);
  });

  it('rejects until the lists were read', async () => {
    slots.swap(model);
    controller = new SubmittedUrlsController(
      slots,
      new StreamScoring(new UrlClassifier(), { inferenceThreads: 0 }),
      new UrlLists(),
      new InferenceMetrics(new Metrics()),
      challengeOver(slots, metrics).challenge,
      { observe: () => undefined },
    );
    await expect(controller.onSubmitted(batchOf(['a.example'], { bus }))).rejects.toMatchObject({
      code: 'WEIR_DOCUMENTS_UNAVAILABLE',
      transient: true,
    });
    expect(published).toEqual([]);
  });

  it('fails with what the bus failed with, and counts nothing yet', async () => {
    slots.swap(model);
    publish = async () => {
      throw new WeirError('WEIR_BUS_UNAVAILABLE', 'away');
    };
    await expect(controller.onSubmitted(batchOf(['a.example', '{}'], { bus }))).rejects.toMatchObject({
      code: 'WEIR_BUS_UNAVAILABLE',
    });
    expect([await total('weir_verdicts_total'), await total('weir_rejected_total')]).toEqual([0, 0]);
  });

  it('publishes nothing once the partition was taken away', async () => {
    slots.swap(model);
    await expect(
      controller.onSubmitted(batchOf(['a.example'], { bus, signal: AbortSignal.abort() })),
    ).rejects.toThrow();
    expect(published).toEqual([]);
  });

  it('measures from submittedAt, and takes a clock that runs ahead for none', async () => {
    slots.swap(model);
    const submitted = (ms: number) => new Date(Date.now() + ms).toISOString();
    const record = (submittedAt?: string) => JSON.stringify({ url: 'a.example', submittedAt });
    const values = [record(submitted(-90_000)), record(submitted(3_600_000)), record()];
    await controller.onSubmitted(batchOf(values, { bus }));
    const { values: samples } = await metrics.registry.getSingleMetric('weir_end_to_end_seconds')!.get();
    const named = (suffix: string) =>
      samples.find((each) => 'metricName' in each && each.metricName === `weir_end_to_end_seconds_${suffix}`)
        ?.value;
    expect(named('count')).toBe(2);
    expect(Math.round(named('sum') ?? 0)).toBe(90);
  });

  it('answers every record of any batch exactly once, with a verdict or a rejection', async () => {
    slots.swap(model);
    const value = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.record({ url: fc.oneof(fc.webUrl(), fc.string()) }).map((each) => JSON.stringify(each)),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 40 }), async (values) => {
        published = [];
        await controller.onSubmitted(batchOf(values, { bus }));
        const answered = [
          ...on('urls.verdicts').map(({ value: json }) => String(JSON.parse(String(json)).id)),
          ...on('urls.rejected').map(({ headers }) => `urls.submitted-3-${headers?.offset}`),
        ];
        expect(answered.sort()).toEqual(values.map((_, index) => `urls.submitted-3-${index}`).sort());
      }),
      { numRuns: 200 },
    );
  });
});
