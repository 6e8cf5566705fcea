import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { publishVerdicts, verdictOf, verdictRecord } from '../testing/published-verdicts.js';
import { startReplica } from '../testing/replica.js';

const COUNT = 240;

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
  await publishVerdicts(gateway.backends.bus, 0, COUNT);
  await list('limit=1000', COUNT);
});
afterAll(() => gateway.close());

/** The ids of a page, as soon as it has so many. */
async function list(query: string, count: number): Promise<{ ids: string[]; next: string | null }> {
  return vi.waitFor(async () => {
    const { json } = await gateway.call('GET', `/v1/verdicts?${query}`);
    expect(json.verdicts).toHaveLength(count);
    return { ids: json.verdicts.map(({ id }: { id: string }) => id), next: json.next };
  }, 10_000);
}

describe('GET /v1/verdicts', () => {
  it('has them page by page, newest first of each partition, whatever comes meanwhile', async () => {
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < COUNT / 60; page += 1) {
      const read = await list(`limit=60${cursor}`, 60);
      ids.push(...read.ids);
      cursor = `&cursor=${read.next}`;
      await publishVerdicts(gateway.backends.bus, COUNT + page, COUNT + page + 1);
    }
    expect(cursor).toBe('&cursor=null');
    expect(new Set(ids).size).toBe(COUNT);
    expect(ids.map((id) => Number(id.slice(2))).filter((n) => n % 50 === 3)).toEqual([203, 153, 103, 53, 3]);
  });

  it.each([
    ['verdict=malicious', (n: number) => n % 3 === 0],
    ['verdict=malicious&verdict=safe', (n: number) => n % 3 !== 1],
    ['verdict=malicious,safe', (n: number) => n % 3 !== 1],
    ['host=site-7.example', (n: number) => n % 50 === 7],
    ['host=LOGIN.site-7.example', (n: number) => n % 50 === 7],
    ['q=PATH?n=11', (n: number) => String(n).startsWith('11')],
    ['model=url', () => true],
    ['model=url/3', () => true],
    ['model=url/4', () => false],
    ['model=uci-30', () => false],
  ])('filters by ?%s', async (query, isWanted) => {
    const { json } = await gateway.call('GET', `/v1/verdicts?limit=1000&${query.replace('?', '%3F')}`);
    const numbers = json.verdicts
      .map(({ id }: { id: string }) => Number(id.slice(2)))
      .filter((n: number) => n < COUNT);
    const expected = Array.from({ length: COUNT }, (_, index) => index).filter(isWanted);
    expect(numbers.toSorted((a: number, b: number) => a - b)).toEqual(expected);
  });

  it.each(['verdict=odd', 'cursor=x', 'cursor=1', 'host=%20', 'limit=0', 'page=2'])(
    'refuses ?%s',
    async (query) => {
      expect((await gateway.call('GET', `/v1/verdicts?${query}`)).status).toBe(400);
    },
  );

  it('has nothing after a cursor that is no longer held', async () => {
    const { json } = await gateway.call('GET', '/v1/verdicts?cursor=0.zzzz');
    expect(json).toEqual({ verdicts: [], next: null });
  });
});

describe('GET /v1/verdicts/{id}', () => {
  it('gives the newest with the id, and one that came after the last was asked for', async () => {
    expect((await gateway.call('GET', '/v1/verdicts/v-17')).json).toEqual(verdictOf(17));
    await gateway.backends.bus.publish([verdictRecord(verdictOf(17, { probability: 0.75 }))]);
    await vi.waitFor(async () => {
      const { json } = await gateway.call('GET', '/v1/verdicts/v-17');
      expect(json.probability).toBe(0.75);
    }, 10_000);
  });

  it('does not know others', async () => {
    const answer = await gateway.call('GET', '/v1/verdicts/none');
    expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
  });
});

it('has the recent ones again after a restart', async () => {
  const running = await startReplica(gateway);
  try {
    await vi.waitFor(async () => {
      const answer = await (await fetch(`${running.url}/v1/verdicts?limit=1000`)).json();
      expect(answer.verdicts.length).toBeGreaterThanOrEqual(COUNT);
    }, 10_000);
  } finally {
    await running.close();
  }
});
