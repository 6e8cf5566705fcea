import { RunCatalog, uuid7 } from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planTraining, SHIPPED_DATA } from './first-training.js';
import { GivenData } from './given-data.js';

let backends: TemporaryBackends;
let given: GivenData;
beforeEach(async () => {
  backends = await temporaryBackends();
  given = new GivenData(backends.documents);
});
afterEach(() => backends.dispose());

async function startRun(path: string, schema = 'url'): Promise<string> {
  const runId = uuid7();
  const at = new Date().toISOString();
  const source = { kind: 'file' as const, path };
  await new RunCatalog(backends.documents).request({ runId, schema, from: 'ingestion', source, at });
  return runId;
}

async function advance(runId: string, state: 'running' | 'succeeded'): Promise<void> {
  const progress = { stage: 'training', state, done: 0, total: 1, message: '', last: true } as const;
  const at = new Date().toISOString();
  await new RunCatalog(backends.documents).apply({ runId, schema: 'url', at, ...progress });
}

describe('after a crash in the middle of a run', () => {
  it('a start without --data may still read the file that the run reads, until the run has ended', async () => {
    expect(await given.folders('/data/links.csv')).toEqual(['/data']);
    const runId = await startRun('/data/links.csv');
    expect(await given.folders(undefined)).toEqual(['/data']);
    expect(await given.folders('/other/x.csv')).toEqual(['/data', '/other']);
    await advance(runId, 'succeeded');
    expect(await given.folders(undefined)).toEqual([]);
  });

  it('a path that only a request named is allowed to nobody', async () => {
    await startRun('/etc/passwd');
    expect(await given.folders(undefined)).toEqual([]);
    expect(await given.folders('/data/links.csv')).toEqual(['/data']);
  });

  it('the next start follows the run instead of training the same data twice', async () => {
    const runId = await startRun(SHIPPED_DATA, 'uci-30');
    await advance(runId, 'running');
    expect(await planTraining(backends, undefined, 'uci-30')).toMatchObject({ runId, path: SHIPPED_DATA });
  });

  it('a run on another file or schema, or one that nobody took up, is no reason not to train', async () => {
    await advance(await startRun(SHIPPED_DATA, 'url'), 'running');
    await advance(await startRun('/data/other.csv', 'uci-30'), 'running');
    await startRun(SHIPPED_DATA, 'uci-30');
    const plan = await planTraining(backends, undefined, 'uci-30');
    expect(plan).toEqual({ schema: 'uci-30', path: SHIPPED_DATA, isFirst: true });
  });
});
