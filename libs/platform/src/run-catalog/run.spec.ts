import {
  PipelineProgress as Event,
  type PipelineProgress,
  RUN_STATES,
  STAGES,
  type Stage,
  validate,
} from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, queuedRun, type Run } from './run.js';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const START = queuedRun({ runId: 'r', schema: 'uci-30', from: 'ingestion', at: at(0) });

function progress(stage: Stage, second: number, changes: Partial<PipelineProgress> = {}): PipelineProgress {
  const event = {
    runId: 'r',
    schema: 'uci-30',
    stage,
    state: 'running',
    done: 0,
    total: 0,
    message: '',
  } as const;
  return { ...event, at: at(second), ...changes };
}

const project = (events: readonly PipelineProgress[], from: Run = START) => events.reduce(advance, from);

/** A run as the services tell it: stages in order, a few reports each, perhaps a failure. */
const history = fc
  .record({
    reports: fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }),
    failsIn: fc.constantFrom(...STAGES, null),
  })
  .map(({ reports, failsIn }) => {
    const events: PipelineProgress[] = [];
    for (const [index, stage] of STAGES.entries()) {
      for (let done = 0; done <= (reports[index] ?? 0); done++)
        events.push(progress(stage, events.length + 1, { done, total: 5 }));
      const last = stage === 'training';
      if (stage === failsIn) {
        const error = { code: 'WEIR_DATA_EMPTY', message: 'no rows' };
        events.push(progress(stage, events.length + 1, { state: 'failed', error, last: true }));
        break;
      }
      events.push(
        progress(stage, events.length + 1, {
          state: 'succeeded',
          done: 1,
          total: 1,
          ...(last ? { last } : {}),
        }),
      );
    }
    return events;
  });

describe('advance', () => {
  it('takes the end of a stage from a replica whose clock is behind', () => {
    const begun = project([progress('training', 9, { done: 3, total: 9 })]);
    const end = progress('training', 7, { state: 'succeeded', last: true });
    const run = advance(begun, end);
    expect(run).toMatchObject({ state: 'succeeded', stages: { training: { state: 'succeeded' } } });
    expect(advance(run, end)).toBe(run);
    expect(advance(begun, progress('training', 7, { done: 1, total: 9 }))).toBe(begun);
  });

  it('tells a whole run from its events', () => {
    const run = project([
      progress('ingestion', 1, { message: 'reading' }),
      progress('ingestion', 2, { state: 'succeeded', result: { snapshotId: 's' } }),
      progress('validation', 3),
      progress('validation', 4, {
        state: 'succeeded',
        result: { snapshotId: 's', reportId: 'p', reportStatus: 'warned' },
      }),
      progress('training', 5, { done: 3, total: 9 }),
      progress('training', 6, {
        state: 'succeeded',
        last: true,
        result: { snapshotId: 's', model: 'uci-30', version: 2, alias: 'champion' },
      }),
    ]);
    expect(run).toMatchObject({
      state: 'succeeded',
      snapshotId: 's',
      reportId: 'p',
      reportStatus: 'warned',
      model: 'uci-30',
      version: 2,
      alias: 'champion',
      createdAt: at(0),
      updatedAt: at(6),
    });
    expect(run.stages.ingestion).toEqual({
      state: 'succeeded',
      done: 0,
      total: 0,
      message: '',
      startedAt: at(1),
      at: at(2),
    });
    expect(run).not.toHaveProperty('error');
  });

  it('keeps what earlier stages made when a later one is read from the topic', () => {
    const reported = project([progress('validation', 1, { state: 'succeeded', result: { reportId: 'p' } })]);
    const sent = progress('training', 2, { result: { model: 'uci-30' } });
    const read = validate(Event, JSON.parse(JSON.stringify(sent)));
    if (!read.ok) throw new Error('refused');
    expect(advance(reported, read.value)).toMatchObject({ reportId: 'p', model: 'uci-30' });
  });

  it('is queued, then running until the stage that ends the run', () => {
    expect(START.state).toBe('queued');
    expect(project([progress('ingestion', 1)]).state).toBe('running');
    expect(project([progress('ingestion', 1, { state: 'succeeded' })]).state).toBe('running');
    expect(project([progress('validation', 1, { state: 'succeeded', last: true })]).state).toBe('succeeded');
    expect(project([progress('validation', 1, { state: 'failed' })]).state).toBe('failed');
  });

  it('gives the same object where an event changes nothing', () => {
    const event = progress('ingestion', 2);
    const run = advance(START, event);
    expect(advance(run, event)).toBe(run);
    expect(advance(run, progress('ingestion', 1))).toBe(run);
  });

  it('never lets the time of the last change go back', () => {
    expect(project([progress('validation', 9), progress('ingestion', 3)]).updatedAt).toBe(at(9));
  });

  it('gives the same run however often and however late events come again', () => {
    fc.assert(
      fc.property(history, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }), (events, repeats) => {
        const delivered = [...events];
        for (const [which, where] of repeats) {
          const event = events[which % events.length] as PipelineProgress;
          const first = delivered.indexOf(event);
          delivered.splice(first + 1 + (where % (delivered.length - first)), 0, event);
        }
        expect(project(delivered)).toEqual(project(events));
      }),
    );
  });

  it('ends as its last stage says in any order of events, and an end is for good', () => {
    const shuffled = history.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom(...STAGES),
        fc.constantFrom(...RUN_STATES),
        ([events, order], stage, state) => {
          const run = project(order);
          expect(run.state).toBe(events.at(-1)?.state);
          expect(run.error).toEqual(events.at(-1)?.error);
          expect(advance(run, progress(stage, 59, { state, last: true }))).toBe(run);
        },
      ),
    );
  });

  it('knows the newest of each stage in any order, while the run goes on', () => {
    const unfinished = history.map((events) => events.slice(0, -1)).filter((events) => events.length > 0);
    const shuffled = unfinished.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, order]) => {
        const [inOrder, anyOrder] = [project(events), project(order)];
        expect(anyOrder).toMatchObject({ state: 'running', updatedAt: inOrder.updatedAt });
        for (const stage of STAGES) expect(anyOrder.stages[stage]?.at).toBe(inOrder.stages[stage]?.at);
      }),
    );
  });
});

describe('queuedRun', () => {
  it('keeps what was asked for', () => {
    const source = { kind: 'file', path: 'a.csv' } as const;
    const run = queuedRun({
      runId: 'r',
      schema: 's',
      from: 'validation',
      snapshotId: 'n',
      source,
      run: { until: 'validation' },
      at: at(1),
    });
    expect(run).toEqual({
      id: 'r',
      schema: 's',
      from: 'validation',
      until: 'validation',
      state: 'queued',
      snapshotId: 'n',
      source,
      stages: {},
      createdAt: at(1),
      updatedAt: at(1),
    });
    expect(START.until).toBe('training');
  });
});
