import { createHash } from 'node:crypto';
import { type DriftReference, ModelDriftPublished, TOPICS, validate } from '@weir/contracts';
import {
  createLogger,
  DriftCatalog,
  type DriftDetails,
  type DriftEntry,
  driftDetailsKey,
  Metrics,
  ModelRegistry,
  WeirError,
} from '@weir/platform';
import { exampleVersion, type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EPOCH, type SketchedStream, sketchedStream, WINDOW_MS } from '../testing/sketched-stream.js';
import { DriftDetector } from './drift-detector.js';
import { DriftMetrics } from './drift-metrics.js';
import { DriftReferences } from './drift-references.js';
import { SketchInbox } from './sketch-inbox.js';

let backends: TemporaryBackends;
let inbox: SketchInbox;
let metrics: Metrics;
beforeEach(async () => {
  backends = await temporaryBackends();
  inbox = new SketchInbox(backends.documents);
  metrics = new Metrics();
});
afterEach(() => backends.dispose());

function detector(wanted: DriftReference = 'training', firstWindows = 3): DriftDetector {
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  return new DriftDetector({
    inbox,
    references: new DriftReferences(backends.objects, registry, wanted),
    catalog: new DriftCatalog(backends.documents),
    objects: backends.objects,
    bus: backends.bus,
    metrics: new DriftMetrics(metrics),
    logger: createLogger({ service: 'validation', level: 'silent' }),
    firstWindows,
  });
}

/** A version in the registry that was taught rows of seed 1. */
async function taughtVersion(): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(sketchedStream({ seed: 1, rows: 8_000 }).sketch));
  const reference = {
    objectKey: 'models/url/references/a.json',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  await backends.objects.put(reference.objectKey, bytes);
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  await registry.add({ ...exampleVersion('url', 'run'), reference });
}

async function take(...streams: readonly SketchedStream[]): Promise<void> {
  for (const stream of streams) await inbox.add(sketchedStream(stream));
}

const ENDED = (window: number) => new Date(EPOCH + (window + 1) * WINDOW_MS + 6_000);
const told = () => backends.bus.valuesOf(TOPICS.modelsDrift) as unknown as DriftEntry[];

describe('a window of the stream', () => {
  it('is compared with what the version was taught: quiet where nothing moved', async () => {
    await taughtVersion();
    await take({ seed: 2 }, { seed: 3, rows: 1_500 });
    expect(await detector().look(ENDED(0))).toBeNull();
    expect(told()).toMatchObject([
      {
        model: { name: 'url', version: 1 },
        reference: 'training',
        from: '2026-03-01T12:00:00.000Z',
        to: '2026-03-01T12:01:00.000Z',
        rows: 2_500,
        processes: 2,
        level: 'ok',
        columns: 3,
        drifted: [],
        scores: { drifted: false },
      },
    ]);
    expect(validate(ModelDriftPublished, told()[0])).toMatchObject({ ok: true });
    const details = await backends.objects.read(driftDetailsKey(told()[0]?.id ?? ''));
    const { features } = JSON.parse(details.toString()) as DriftDetails;
    expect(features.map(({ feature }) => feature).sort()).toEqual(['flag', 'length', 'ratio']);
    expect(features.find(({ feature }) => feature === 'flag')?.bins).toMatchObject([
      [0, 0, expect.closeTo(0.7, 1), expect.closeTo(0.7, 1)],
      [1, 1, expect.closeTo(0.3, 1), expect.closeTo(0.3, 1)],
    ]);
    expect((await new DriftCatalog(backends.documents).list({ name: 'url' })).items).toEqual(told());
  });

  it('tells which columns moved, and that the scores did', async () => {
    await taughtVersion();
    await take({ seed: 2, shift: 1 });
    await detector().look(ENDED(0));
    const [report] = told();
    expect(report).toMatchObject({ level: 'drifted', scores: { drifted: true } });
    expect(report?.drifted.map(({ column }) => column)).toEqual(['length']);
    expect(report?.drifted[0]?.currentMean).toBeGreaterThan((report?.drifted[0]?.referenceMean ?? 0) + 5);
    expect(await metrics.registry.metrics()).toMatch(/weir_stream_drift_level\{name="url"\} 2/);
    expect(await metrics.registry.metrics()).toMatch(/weir_stream_drift_columns\{name="url"\} 1/);
  });

  it('waits until its sketches have had time to come', async () => {
    await taughtVersion();
    await take({ seed: 2 }, { seed: 3, window: 1 });
    const end = EPOCH + WINDOW_MS;
    expect(await detector().look(new Date(end + 1_000))).toBe(end + 6_000);
    expect(told()).toEqual([]);
    expect(await detector().look(ENDED(0))).toBe(end + WINDOW_MS + 6_000);
    expect(told()).toHaveLength(1);
  });

  it('is told of once, however often a sketch comes or it is looked at', async () => {
    await taughtVersion();
    await take({ seed: 2 }, { seed: 2 });
    await detector().look(ENDED(0));
    await take({ seed: 2 });
    await detector().look(ENDED(1));
    expect(told()).toMatchObject([{ rows: 1_000 }]);
  });

  it('with too few rows is judged with the next', async () => {
    await taughtVersion();
    const look = detector();
    for (let window = 0; window < 4; window++) {
      await take({ seed: window + 10, rows: 150, window });
      await look.look(ENDED(window));
      expect(await inbox.open()).toHaveLength(window === 3 ? 0 : 1);
    }
    expect(told()).toMatchObject([
      { rows: 600, processes: 4, from: '2026-03-01T12:00:00.000Z', to: '2026-03-01T12:04:00.000Z' },
    ]);
  });

  it('has the late ones of the window before in it', async () => {
    await taughtVersion();
    await take({ seed: 2 });
    await detector().look(ENDED(0));
    await take({ seed: 3, rows: 100 }, { seed: 4, window: 1 });
    await detector().look(ENDED(1));
    expect(told().map(({ rows }) => rows)).toEqual([1_000, 1_100]);
  });

  it('is of one version: two side by side are told apart', async () => {
    await taughtVersion();
    await take({ seed: 2, window: 0 }, { seed: 3, shift: 1, version: 2 });
    await detector('training', 1).look(ENDED(0));
    expect(told()).toMatchObject([{ model: { version: 1 }, level: 'ok' }]);
  });
});

describe('a version’s first windows', () => {
  it('are its reference where that is asked for, or where it has no other', async () => {
    await taughtVersion();
    const look = detector('first-windows');
    for (let window = 0; window < 5; window++) {
      await take({ seed: 20 + window, shift: 1, window });
      await look.look(ENDED(window));
    }
    expect(told()).toMatchObject([
      { reference: 'first-windows', level: 'ok', verdicts: { drifted: false } },
      { reference: 'first-windows', level: 'ok' },
    ]);
    // The population that it was taught is a change by now.
    await take({ seed: 30, window: 5 });
    await detector('first-windows').look(ENDED(5));
    expect(told()[2]).toMatchObject({ level: 'drifted', verdicts: { drifted: true } });
  });

  it('are counted as windows, not as sketches, and may be judged in one look', async () => {
    await take(
      ...[0, 1, 2, 3].flatMap((window) => [1, 2].map((seed) => ({ seed: window * 9 + seed, window }))),
    );
    await detector().look(ENDED(3));
    expect(told()).toMatchObject([{ reference: 'first-windows', rows: 2_000, processes: 2 }]);
  });
});

describe('a stop in between', () => {
  it('with the bus away loses nothing, and tells once', async () => {
    await taughtVersion();
    await take({ seed: 2 });
    backends.bus.fail('publish', new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
    await expect(detector().look(ENDED(0))).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
    await detector().look(ENDED(1));
    expect(told()).toHaveLength(1);
    const { items } = await new DriftCatalog(backends.documents).list();
    expect(items).toEqual(told());
  });

  it('amid folding counts no sketch twice', async () => {
    await take({ seed: 2, rows: 100 }, { seed: 3, rows: 100 });
    const sketches = await inbox.open();
    const [first] = sketches;
    if (first === undefined) throw new Error('none');
    const { id: _id, of: _of, ...folded } = first;
    const crash = new SketchInbox(backends.documents);
    crash.count = () => Promise.reject(new Error('killed'));
    await expect(crash.fold(sketches, folded)).rejects.toThrow('killed');
    const [left, ...more] = await inbox.open();
    expect(more).toEqual([]);
    expect(left?.of).toHaveLength(2);
    await inbox.count([left ?? first]);
    expect(await inbox.open()).toEqual([]);
  });

  it('remembers for a week what was counted', async () => {
    await taughtVersion();
    await take({ seed: 2 });
    await detector().look(ENDED(0));
    await inbox.forget(new Date(EPOCH + WINDOW_MS));
    expect(await inbox.add(sketchedStream({ seed: 2 }))).toBe(false);
    await inbox.forget(new Date(EPOCH + WINDOW_MS + 1));
    expect(await inbox.add(sketchedStream({ seed: 2 }))).toBe(true);
  });
});

it('judges the others where one version’s reference is lost, and says so', async () => {
  await taughtVersion();
  const reference = { objectKey: 'models/lost/references/a.json', sha256: '0'.repeat(64) };
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  await registry.add({ ...exampleVersion('lost', 'run'), reference });
  await take({ seed: 2, name: 'lost' }, { seed: 3, window: 1 });
  await expect(detector().look(ENDED(1))).rejects.toMatchObject({ code: 'WEIR_OBJECT_MISSING' });
  expect(told()).toMatchObject([{ model: { name: 'url' } }]);
  expect(await inbox.open()).toMatchObject([{ name: 'lost' }]);
});

it('sets aside a sketch of other columns, and goes on with the others', async () => {
  await taughtVersion();
  const odd = sketchedStream({ seed: 5 });
  await take({ seed: 2 });
  await inbox.add({ ...odd, sketch: { ...odd.sketch, columns: ['x', 'y', 'z'] } });
  await detector().look(ENDED(0));
  expect(told()).toHaveLength(1);
  expect(await inbox.open()).toEqual([]);
});
