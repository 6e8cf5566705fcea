import type { TestProject } from 'vitest/node';
import { Gateway, type RunView } from '../src/gateway.js';
import { until } from '../src/processes.js';
import { uciCsv } from '../src/uci-rows.js';
import { startOwnWeir } from './own-weir.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Weir listens. */
    readonly weir: string;
  }
}

const ROWS = 1_500;
/** Quick to train, and two versions that differ. */
const SEARCHES = [
  { algorithms: ['decision-tree'], seed: 1 },
  { algorithms: ['logistic-regression'], seed: 1 },
];

/** Starts an embedded Weir with two versions of `uci-30`, their snapshot, report and runs, for every spec to look at. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const weir = await startOwnWeir({ WEIR_SKETCH_SECONDS: '2' });
  try {
    await seed(new Gateway(weir.url));
    project.provide('weir', weir.url);
    return weir.stop;
  } catch (error) {
    await weir.stop();
    throw new Error(`Weir said last: ${weir.output().slice(-1_000)}`, { cause: error });
  }
}

async function seed(gateway: Gateway): Promise<void> {
  const form = new FormData();
  form.append('schema', 'uci-30');
  form.append('file', new Blob([uciCsv(ROWS)]), 'uci.csv');
  const response = await fetch(`${gateway.url}/v1/snapshots`, { method: 'POST', body: form });
  const { runId } = (await response.json()) as { runId: string };
  await succeeded(gateway, runId);
  for (const search of SEARCHES) {
    const run = await gateway.send<RunView>('POST', '/v1/runs', {
      schema: 'uci-30',
      from: 'training',
      search,
    });
    await succeeded(gateway, run.id);
  }
}

async function succeeded(gateway: Gateway, id: string): Promise<void> {
  const run = await until('the end of a run', async () => {
    const now = await gateway.get<RunView>(`/v1/runs/${id}`);
    return ['succeeded', 'failed'].includes(now.state) && now;
  });
  if (run.state !== 'succeeded') throw new Error(`${run.error?.code}: ${run.error?.message}`);
}
