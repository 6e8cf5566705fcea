import { describe, expect, it } from 'vitest';
import { SHIPPED_DATA, type TrainingPlan } from './first-training.js';
import type { GatewayClient } from './gateway-client.js';
import { askForImprovement, startTraining } from './welcome.js';

/** A gateway that writes down what it is asked to run; each run it is asked about trains. */
function gatewayThat(asked: object[]): GatewayClient {
  const gateway: Pick<GatewayClient, 'startRun' | 'run'> = {
    startRun: async (body) => `run-${asked.push(body)}`,
    run: async (id) => ({
      id,
      schema: 'url',
      state: 'running',
      stages: { training: { state: 'running', message: '', done: 0, total: 0 } },
      snapshotId: 'url-1',
    }),
  };
  return gateway as GatewayClient;
}

const plan = (path: string): TrainingPlan => ({ schema: 'url', path, isFirst: true });

describe('a start that trains', () => {
  it('accepts leaks in a file that somebody named, in the quick search and in the whole one', async () => {
    const asked: object[] = [];
    const gateway = gatewayThat(asked);
    await startTraining(gateway, plan('/data/urls.csv'));
    await askForImprovement(gateway, 'run-1', plan('/data/urls.csv'));
    expect(asked).toMatchObject([
      { source: { path: '/data/urls.csv' }, leaks: 'accept' },
      { from: 'training', snapshot: 'url-1', leaks: 'accept' },
    ]);
  });

  it('accepts none in the data that ship: there are none to accept', async () => {
    const asked: object[] = [];
    await startTraining(gatewayThat(asked), plan(SHIPPED_DATA));
    expect(asked[0]).not.toHaveProperty('leaks');
  });
});
