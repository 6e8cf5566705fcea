import type { UrlSketchPublished } from '@weir/contracts';
import { SAMPLE_ROWS, sketchFromJson } from '@weir/drift';
import type { EventBus, OutgoingRecord } from '@weir/platform';
import { Metrics, readEnvironment } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServedModel } from '../model-slot/index.js';
import { silentLogger } from '../testing/backends.js';
import { windowAt } from './sketch-window.js';
import { StreamSketches } from './stream-sketches.js';

const START = Date.parse('2026-03-01T12:00:01.000Z');
let taken: UrlSketchPublished[];
let metrics: Metrics;

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  taken = [];
  metrics = new Metrics();
});
afterEach(() => {
  vi.useRealTimers();
});

function sketches(seconds = '60', publish?: () => Promise<void>): StreamSketches {
  const bus = {
    publish: async (records: readonly OutgoingRecord[]) => {
      await publish?.();
      taken.push(...records.map(({ value }) => JSON.parse(String(value)) as UrlSketchPublished));
    },
  } as EventBus;
  const made = new StreamSketches(
    readEnvironment({ WEIR_SKETCH_SECONDS: seconds }),
    bus,
    metrics,
    silentLogger,
  );
  made.onApplicationBootstrap();
  return made;
}

function model(version: number): ServedModel {
  const artifact = { featureNames: ['a', 'b'], thresholds: { malicious: 0.9, suspicious: 0.5 } };
  return { name: 'url', version, artifact } as unknown as ServedModel;
}

function rows(count: number, probability = 0.95) {
  return {
    values: Float32Array.from({ length: 2 * count }, (_, at) => at),
    rows: count,
    probabilities: new Float32Array(count).fill(probability),
  };
}

describe('windows', () => {
  it('are the same for every process, whenever it began', () => {
    expect(windowAt(START, 300)).toEqual({ from: START - 1_000, to: START + 299_000 });
    expect(windowAt(START + 298_999, 300)).toEqual(windowAt(START, 300));
    expect(windowAt(START + 299_000, 300).from).toBe(START + 299_000);
  });
});

describe('StreamSketches', () => {
  it('publishes one sketch a version when the window ends', async () => {
    const made = sketches();
    made.observe(model(1), rows(3));
    made.observe(model(2), rows(2, 0.1));
    made.observe(model(1), rows(1, 0.55));
    await vi.advanceTimersByTimeAsync(59_000);
    await vi.waitFor(() => expect(taken).toHaveLength(2));
    const [first, second] = taken;
    expect(first).toMatchObject({
      model: { name: 'url', version: 1 },
      from: '2026-03-01T12:00:00.000Z',
      to: '2026-03-01T12:01:00.000Z',
      rows: 4,
    });
    expect(sketchFromJson(first?.sketch).answers).toEqual({
      scores: [0, 0, 0, 0, 0, 1, 0, 0, 0, 3],
      verdicts: { malicious: 3, suspicious: 1, safe: 0 },
    });
    expect(second).toMatchObject({ model: { version: 2 }, rows: 2 });
    expect(new Set(taken.map(({ id }) => id)).size).toBe(2);
  });

  it('publishes nothing of a window without rows, and the next window on its own', async () => {
    const made = sketches();
    await vi.advanceTimersByTimeAsync(120_000);
    made.observe(model(1), rows(5));
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]).toMatchObject({ from: '2026-03-01T12:02:00.000Z', rows: 5 });
  });

  it('sends the last rows at a stop, and waits for a bus that is away a few seconds only', async () => {
    const made = sketches();
    made.observe(model(1), rows(5));
    await made.onApplicationShutdown();
    expect(taken).toMatchObject([{ rows: 5, to: '2026-03-01T12:01:00.000Z' }]);
    const stuck = sketches('60', () => new Promise(() => undefined));
    stuck.observe(model(1), rows(5));
    vi.useRealTimers();
    await expect(stuck.onApplicationShutdown()).resolves.toBeUndefined();
  });

  it('keeps few versions side by side, however many a window sees, and loses no row of them', async () => {
    const made = sketches();
    for (let version = 1; version <= 20; version++) made.observe(model(version), rows(2));
    await vi.waitFor(() => expect(taken).toHaveLength(16));
    await made.onApplicationShutdown();
    expect(taken.map(({ model: { version } }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect(taken.reduce((sum, each) => sum + each.rows, 0)).toBe(40);
  });

  it('counts all rows, of which it keeps a sample', async () => {
    const made = sketches();
    for (let batch = 0; batch < 20; batch++) made.observe(model(1), rows(1_000));
    await made.onApplicationShutdown();
    const sketch = sketchFromJson(taken[0]?.sketch);
    expect(sketch.rows).toBe(20_000);
    expect(Math.round(sketch.effectiveRows)).toBe(SAMPLE_ROWS);
    expect(sketch.answers.verdicts.malicious).toBe(20_000);
  });

  it('is off at 0 seconds', async () => {
    const made = sketches('0');
    made.observe(model(1), rows(5));
    await vi.advanceTimersByTimeAsync(600_000);
    await made.onApplicationShutdown();
    expect(taken).toEqual([]);
  });

  it('never throws at a batch because the bus does', async () => {
    const made = sketches('60', () => Promise.reject(new Error('away')));
    made.observe(model(1), rows(5));
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(async () =>
      expect(await metrics.registry.metrics()).toContain('weir_sketches_total{result="failed"} 1'),
    );
    expect(() => made.observe(model(1), rows(5))).not.toThrow();
  });
});
