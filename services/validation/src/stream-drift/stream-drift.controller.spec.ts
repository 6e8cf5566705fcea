import { TOPICS } from '@weir/contracts';
import { createLogger, WeirError } from '@weir/platform';
import { batchOf, type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sketchedStream } from '../testing/sketched-stream.js';
import type { DriftDetector } from './drift-detector.js';
import { DriftLooks } from './drift-looks.js';
import { SketchInbox } from './sketch-inbox.js';
import { StreamDriftController } from './stream-drift.controller.js';

const silent = createLogger({ service: 'validation', level: 'silent' });
let backends: TemporaryBackends;
beforeEach(async () => {
  backends = await temporaryBackends();
});
afterEach(async () => {
  vi.useRealTimers();
  await backends.dispose();
});

const looksOf = (look: (now: Date) => Promise<number | null>) =>
  new DriftLooks({ look } as unknown as DriftDetector, silent);

describe('onSketches', () => {
  const on = (values: readonly (object | string)[], inbox = new SketchInbox(backends.documents)) => {
    const looks = looksOf(async () => null);
    const wake = vi.spyOn(looks, 'wake').mockReturnValue(undefined);
    const controller = new StreamDriftController(backends.bus, inbox, looks);
    return controller.onSketches(batchOf(TOPICS.urlsSketches, values)).then(() => wake.mock.calls.flat());
  };

  it('keeps each sketch once, and has it looked at when its window is over', async () => {
    const sketch = sketchedStream({ seed: 1 });
    const due = Date.parse(sketch.to) + 6_000;
    expect(await on([sketch, sketch])).toEqual([due]);
    expect(await on([sketch])).toEqual([]);
    expect(await new SketchInbox(backends.documents).open()).toHaveLength(1);
  });

  it('sets aside what is no sketch, and says why', async () => {
    const sketch = sketchedStream({ seed: 1 });
    await on(['{', { ...sketch, sketch: { version: 9 } }, { ...sketch, to: sketch.from }, sketch]);
    const rejected = backends.bus.published.filter(({ topic }) => topic === TOPICS.urlsRejected.name);
    expect(rejected.map(({ headers }) => headers.error)).toEqual([
      expect.stringContaining('not JSON'),
      expect.stringContaining('not of this version'),
      'to: must be after from',
    ]);
    expect(await new SketchInbox(backends.documents).open()).toHaveLength(1);
  });

  it('rejects while the store is away, so that the sketches come again', async () => {
    const away = new SketchInbox({
      ...backends.documents,
      collection: () => Promise.reject(new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'away')),
    });
    await expect(on([sketchedStream({ seed: 1 })], away)).rejects.toMatchObject({
      code: 'WEIR_DOCUMENTS_UNAVAILABLE',
    });
  });
});

describe('looks', () => {
  it('come at the start, when one is due, and again where one failed', async () => {
    vi.useFakeTimers({ now: 0 });
    const at: number[] = [];
    const answers: (number | null | Error)[] = [5_000, new Error('away'), null];
    const looks = looksOf(async (now) => {
      at.push(now.getTime());
      const answer = answers.shift() ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    });
    looks.onApplicationBootstrap();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(at).toEqual([0, 5_000, 15_000]);
    looks.wake(21_000);
    looks.wake(30_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(at.slice(3)).toEqual([21_000]);
    answers.push(9e15);
    looks.wake(50_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at.slice(4)).toEqual([50_000]);
    await looks.onApplicationShutdown();
    looks.wake(110_000);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(at).toHaveLength(5);
  });
});
