import { PipelineProgress, TOPICS, validate } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WeirError } from '../errors/index.js';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { StageReporter } from './stage-reporter.js';

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('StageReporter', () => {
  let backends: TemporaryBackends;
  beforeAll(async () => {
    backends = await temporaryBackends();
  });
  afterAll(() => backends.dispose());

  let run = 0;
  /** A reporter of a new run, and the events that it has published. */
  const reporting = (last = true) => {
    const runId = `run-${++run}`;
    const stage = { runId, schema: 'uci-30', stage: 'training', last, traceparent: TRACE } as const;
    const records = () => backends.bus.published.filter((each) => each.value.runId === runId);
    return {
      runId,
      reporter: new StageReporter(backends.bus, '/weir/training', stage),
      records,
      values: () => records().map((each) => each.value),
    };
  };

  it('tells a stage from its beginning to its end, in events of the contract', async () => {
    const { runId, reporter, records, values } = reporting();
    await reporter.begin('training');
    await reporter.succeed('done', { model: 'uci-30', version: 1 });
    expect(values()).toMatchObject([
      { runId, stage: 'training', state: 'running', message: 'training' },
      { state: 'succeeded', last: true, result: { model: 'uci-30', version: 1 } },
    ]);
    for (const { topic, key, value, headers } of records()) {
      expect([topic, key, headers.traceparent]).toEqual([TOPICS.pipelineProgress.name, runId, TRACE]);
      expect(validate(PipelineProgress, value)).toMatchObject({ ok: true });
    }
  });

  it('orders its events by time, also within a millisecond', async () => {
    const { reporter, values } = reporting();
    await Promise.all([1, 2, 3, 4, 5].map((each) => reporter.begin(`${each}`)));
    const times = values().map((value) => String(value.at));
    expect(new Set(times).size).toBe(5);
    const byTime = values().toSorted((a, b) => (String(a.at) < String(b.at) ? -1 : 1));
    expect(byTime.map((value) => value.message)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('publishes little of work that goes on', async () => {
    const { reporter, values } = reporting();
    for (let done = 1; done <= 1_000; done++) await reporter.advance(done, 1_000, '');
    expect(values().length).toBeGreaterThan(0);
    expect(values().length).toBeLessThan(100);
  });

  it('ends the run only where its stage is the last', async () => {
    const { reporter, values } = reporting(false);
    await reporter.succeed('done', {});
    expect(values()[0]).not.toHaveProperty('last');
  });

  it('ends the run at a failure, with its code and what to do', async () => {
    const { reporter, values } = reporting(false);
    await reporter.fail(new WeirError('WEIR_DATA_EMPTY', 'a.csv has no rows'), { snapshotId: 's' });
    expect(values()).toMatchObject([
      {
        state: 'failed',
        last: true,
        result: { snapshotId: 's' },
        error: {
          code: 'WEIR_DATA_EMPTY',
          message: 'a.csv has no rows. Give a file with a header line and at least one row.',
        },
      },
    ]);
  });

  it.each([[new TypeError('mongodb://weir:hush@db is not iterable')], ['thrown text'], [undefined]])(
    'says of a failure that nobody foresaw that it was internal, and where to look: %s',
    async (thrown) => {
      const { reporter, values } = reporting();
      await reporter.fail(thrown);
      expect(values()).toMatchObject([{ state: 'failed', error: { code: 'WEIR_INTERNAL' } }]);
      expect(JSON.stringify(values())).not.toContain('hush');
      expect(validate(PipelineProgress, values()[0])).toMatchObject({ ok: true });
    },
  );

  it('rejects where the bus does, so that the event is handled again', async () => {
    const { reporter } = reporting();
    backends.bus.fail('publish', new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
    await expect(reporter.fail(new Error('x'))).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
  });
});
