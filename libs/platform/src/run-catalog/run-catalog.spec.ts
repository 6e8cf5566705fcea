import type { PipelineProgress, PipelineRequested } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '../identifiers/index.js';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { RunCatalog } from './run-catalog.js';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

describe('RunCatalog', () => {
  let backends: TemporaryBackends;
  beforeAll(async () => {
    backends = await temporaryBackends();
  });
  afterAll(() => backends.dispose());

  const catalog = () => new RunCatalog(backends.documents);
  const requested = (runId: string, schema = 'uci-30'): PipelineRequested => ({
    runId,
    schema,
    from: 'ingestion',
    at: at(0),
  });
  const progress = (runId: string, second: number): PipelineProgress => ({
    runId,
    schema: 'uci-30',
    stage: 'ingestion',
    state: 'running',
    done: second,
    total: 60,
    message: '',
    at: at(second),
  });

  it('records a request once, whoever asks', async () => {
    const request = requested(uuid7());
    const asked = await Promise.all([catalog().request(request), catalog().request(request)]);
    expect(asked[0]).toEqual(asked[1]);
    await catalog().apply(progress(request.runId, 1));
    expect(await catalog().request(request)).toMatchObject({ state: 'running' });
  });

  it('applies events, again, late and from several at once, to one run', async () => {
    const { runId } = await catalog()
      .request(requested(uuid7()))
      .then((run) => ({ runId: run.id }));
    const seconds = [5, 3, 9, 9, 1, 7];
    await Promise.all(seconds.map((second) => catalog().apply(progress(runId, second))));
    expect((await catalog().get(runId))?.stages.ingestion).toMatchObject({ done: 9, at: at(9) });
  });

  it('learns of a run from its first progress where no request was recorded', async () => {
    const runId = uuid7();
    await Promise.all([catalog().apply(progress(runId, 1)), catalog().apply(progress(runId, 2))]);
    expect(await catalog().get(runId)).toMatchObject({ id: runId, state: 'running', from: 'ingestion' });
  });

  it('lists newest first, of one schema, in pages', async () => {
    const ids = [1, 2, 3, 4, 5].map((millisecond) => uuid7(millisecond));
    for (const id of ids) await catalog().request(requested(id, 'own'));
    const first = await catalog().list({ schema: 'own', limit: 3 });
    const second = await catalog().list({ schema: 'own', limit: 3, after: first.next ?? '' });
    expect([...first.items, ...second.items].map((run) => run.id)).toEqual(ids.toReversed());
    expect(second.next).toBeNull();
    expect(await catalog().get(uuid7())).toBeNull();
  });
});
