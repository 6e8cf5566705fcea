import type { SearchRequest } from '@weir/contracts';
import { RunCatalog, uuid7 } from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueImprovement, QUICK_SEARCH } from './improvement.js';

const TARGET = { schema: 'uci-30', path: '/data/uci.csv' };
const SNAPSHOT = 'uci-30-0123456789abcdef';

describe('dueImprovement', () => {
  let backends: TemporaryBackends;
  beforeEach(async () => {
    backends = await temporaryBackends();
  });
  afterEach(() => backends.dispose());

  const due = () => dueImprovement(backends.documents, TARGET);
  const end = async (runId: string, state: 'running' | 'succeeded' | 'failed') => {
    const progress = { stage: 'training', state, done: 0, total: 1, message: '', last: true } as const;
    const at = new Date().toISOString();
    const result = { snapshotId: SNAPSHOT };
    await new RunCatalog(backends.documents).apply({ runId, schema: 'uci-30', at, ...progress, result });
  };
  const first = async (search: SearchRequest | undefined, path = TARGET.path) => {
    const runId = uuid7();
    const run = search === undefined ? {} : { run: { search } };
    const source = { kind: 'file' as const, path };
    const at = new Date().toISOString();
    await new RunCatalog(backends.documents).request({
      runId,
      schema: 'uci-30',
      from: 'ingestion',
      source,
      at,
      ...run,
    });
    return runId;
  };
  const second = async () => {
    const runId = uuid7();
    const at = new Date().toISOString();
    const request = { runId, schema: 'uci-30', from: 'training', snapshotId: SNAPSHOT, at } as const;
    await new RunCatalog(backends.documents).request(request);
    return runId;
  };

  it('is the whole search once the quick one is through', async () => {
    const runId = await first(QUICK_SEARCH);
    expect(await due()).toBeNull();
    await end(runId, 'succeeded');
    expect(await due()).toEqual({ ...TARGET, snapshot: SNAPSHOT });
  });

  it('goes on with the one that a crash cut off, and asks again for one that nobody took up', async () => {
    await end(await first(QUICK_SEARCH), 'succeeded');
    const runId = await second();
    expect(await due()).toEqual({ ...TARGET, snapshot: SNAPSHOT });
    await end(runId, 'running');
    expect(await due()).toEqual({ ...TARGET, snapshot: SNAPSHOT, runId });
  });

  it.each(['succeeded', 'failed'] as const)('is done with once it has %s', async (state) => {
    await end(await first(QUICK_SEARCH), 'succeeded');
    await end(await second(), state);
    expect(await due()).toBeNull();
  });

  it('follows no search of another kind or file, nor one that failed', async () => {
    await end(await first(undefined), 'succeeded');
    await end(await first({ ...QUICK_SEARCH, folds: 5 }), 'succeeded');
    await end(await first(QUICK_SEARCH, '/data/other.csv'), 'succeeded');
    await end(await first(QUICK_SEARCH), 'failed');
    expect(await due()).toBeNull();
  });
});
