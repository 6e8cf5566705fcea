import { describe, expect, it } from 'vitest';
import type { Console } from './console.js';
import { SHIPPED_DATA, type TrainingPlan } from './first-training.js';
import type { GatewayClient } from './gateway-client.js';
import { askForImprovement, followTraining, reportFirstVerdict, startTraining } from './welcome.js';

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

describe('the first verdict', () => {
  it.each([
    [true, '$WEIR_API_KEY'],
    [false, '-d \'{"url": '],
  ])('is asked for by a line that works, be keys asked for (%s) or not', async (asksForKeys, part) => {
    const gateway = {
      asksForKeys: async () => asksForKeys,
      verdict: async () => ({ verdict: 'safe', probability: 0, model: { name: 'url', version: 1 } }),
    };
    const said: string[] = [];
    const screen = { say: (text = '') => said.push(text) } as unknown as Console;
    await reportFirstVerdict(gateway as unknown as GatewayClient, 'http://127.0.0.1:1', screen, null);
    const line = said.find((each) => each.includes('curl')) ?? '';
    expect(line).toContain(part);
    expect(line.includes('X-API-Key')).toBe(asksForKeys);
  });
});

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

  it('quotes no URL of the data as a link, where the run fails', async () => {
    const message = 'Row 1, column label: "http://evil.example/a" is not a label';
    const run = async () => ({ state: 'failed', error: { code: 'WEIR_DATA_LABEL', message } });
    const said: string[] = [];
    const screen = { say: (text = '') => said.push(text) } as unknown as Console;
    await followTraining({ run } as unknown as GatewayClient, 'run-1', plan('/data/urls.csv'), screen);
    expect(said.at(-1)).toContain('WEIR_DATA_LABEL: Row 1, column label: "hxxp://evil[.]example/a" is not');
    expect(said.join()).not.toContain('http:');
  });

  it('accepts none in the data that ship: there are none to accept', async () => {
    const asked: object[] = [];
    await startTraining(gatewayThat(asked), plan(SHIPPED_DATA));
    expect(asked[0]).not.toHaveProperty('leaks');
  });
});
