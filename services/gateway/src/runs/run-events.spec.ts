import { TOPICS } from '@weir/contracts';
import { publishEvent, RunCatalog } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EventStream } from '../testing/event-stream.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

const source = { kind: 'file', path: 'x.csv' };

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function startedRun(): Promise<string> {
  return (await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source })).json.id;
}

const follow = (id: string) => EventStream.open(`${gateway.url}/v1/runs/${id}/events`);

const progressOf = (runId: string, second: number, members: object = {}) => ({
  runId,
  schema: 'uci-30',
  stage: 'training' as const,
  state: 'running' as const,
  done: second,
  total: 10,
  message: `candidate ${second}`,
  at: new Date(Date.now() + second * 1_000).toISOString(),
  ...members,
});

const publish = (runId: string, progress: object) =>
  publishEvent(gateway.backends.bus, TOPICS.pipelineProgress, runId, progress, { source: '/weir/test' });

describe('GET /v1/runs/{id}/events', () => {
  it('sends the run at once, then each change, and ends with the run', async () => {
    const id = await startedRun();
    const [stream, other] = await Promise.all([follow(id), follow(id)]);
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const [first] = await stream.received(1);
    expect(first?.data).toEqual((await gateway.call('GET', `/v1/runs/${id}`)).json);
    const halfway = progressOf(id, 1);
    await publish(id, halfway);
    await stream.received(2);
    await publish(id, halfway);
    const result = { model: 'uci-30', version: 4 };
    await publish(id, progressOf(id, 2, { state: 'succeeded', last: true, result }));
    await stream.closed();
    await other.closed();
    const states = stream.messages.map(({ data }) => [data.state, data.stages.training?.done]);
    expect(states).toEqual([
      ['queued', undefined],
      ['running', 1],
      ['succeeded', 2],
    ]);
    expect(stream.messages.at(-1)?.data.links.model).toBe('/v1/models/uci-30/4');
    expect(stream.events.at(-1)).toMatchObject({ event: 'end', data: { reason: 'finished' } });
    expect(other.messages.at(-1)?.data.state).toBe('succeeded');
  });

  it('finds in the catalogue what no event told', async () => {
    const id = await startedRun();
    const stream = await follow(id);
    await stream.received(1);
    const failed = { state: 'failed' as const, error: { code: 'WEIR_DATA_EMPTY', message: 'empty' } };
    await new RunCatalog(gateway.backends.documents).apply({ ...progressOf(id, 1), ...failed });
    await stream.closed();
    expect(stream.messages.at(-1)?.data).toMatchObject({
      state: 'failed',
      error: { code: 'WEIR_DATA_EMPTY' },
    });
  });

  it('tells a run that has ended once, and knows no other', async () => {
    const id = await startedRun();
    await publish(id, progressOf(id, 1, { state: 'failed' }));
    await vi.waitFor(async () => {
      expect((await gateway.call('GET', `/v1/runs/${id}`)).json.state).toBe('failed');
    }, 10_000);
    const stream = await follow(id);
    await stream.closed();
    expect(stream.events.map(({ event }) => event)).toEqual(['message', 'end']);
    const unknown = await gateway.call('GET', '/v1/runs/none/events');
    expect([unknown.status, unknown.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
    const head = await fetch(`${gateway.url}/v1/runs/${id}/events`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });
});
