import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
afterEach(() => gateway.close());

const NARROW = { WEIR_RATE_LIMIT: '1', WEIR_RATE_LIMIT_BURST: '10', WEIR_RATE_LIMIT_ADDRESS: '1' };

async function keyOf(name: string, more: object = {}, by: Record<string, string> = {}) {
  const scopes = ['admin', 'read'];
  const made = await gateway.call('POST', '/v1/keys', { name, scopes, ...more }, by);
  expect(made.status).toBe(201);
  return { authorization: `Bearer ${made.json.key}` };
}

const askTimes = async (times: number, headers = {}, path = '/v1/models'): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let request = 0; request < times; request++)
    answers.push(await gateway.call('GET', path, undefined, headers));
  return answers;
};
const statuses = (answers: readonly Answer[]) => [...new Set(answers.map(({ status }) => status))];

describe('a key', () => {
  it('is told its bound and what is left, and waits once it is reached', async () => {
    gateway = await startGateway(NARROW);
    const key = await keyOf('one');
    const answers = await askTimes(20, key);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"key";q=10;w=10');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"key";r=9;t=1$/);
    expect(statuses(answers)).toEqual([200, 429]);
    const refused = answers.at(-1);
    expect(refused?.json).toMatchObject({ code: 'WEIR_RATE_LIMITED', instance: '/v1/models' });
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.headers.get('ratelimit')).toBe('"key";r=0;t=10');
    const metrics = (await gateway.call('GET', '/metrics')).text;
    expect(metrics).toMatch(/weir_rate_limited_total\{policy="key"\} [1-9]/);
    expect(metrics).toContain('weir_rate_limit_cache_away 0');
  });

  it('costs another key nothing, and may have a bound of its own', async () => {
    gateway = await startGateway(NARROW);
    const first = await keyOf('first');
    const wide = await keyOf('wide', { requestsPerSecond: 1_000 }, first);
    expect(statuses(await askTimes(20, first))).toContain(429);
    const answers = await askTimes(50, wide);
    expect(statuses(answers)).toEqual([200]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"key";q=2000;w=2');
  });

  it('has no bound at 0', async () => {
    gateway = await startGateway({ WEIR_RATE_LIMIT: '0' });
    const answers = await askTimes(50, await keyOf('free'));
    expect(statuses(answers)).toEqual([200]);
    expect(answers[0]?.headers.get('ratelimit')).toBeNull();
  });
});

describe('an address without a valid key', () => {
  it('is refused ever the same, then told to wait; keys at it go on', async () => {
    gateway = await startGateway(NARROW);
    const key = await keyOf('good');
    const wrong = { authorization: `Bearer weir_${'0'.repeat(20)}_${'A'.repeat(43)}` };
    const guesses = await askTimes(8, wrong);
    expect(statuses(guesses)).toEqual([401, 429]);
    expect(guesses.at(-1)?.headers.get('ratelimit-policy')).toBe('"address";q=2;w=2');
    expect(statuses(await askTimes(2))).toContain(429);
    expect(statuses(await askTimes(3, key))).toEqual([200]);
  });

  it('signs in no faster', async () => {
    gateway = await startGateway(NARROW);
    await keyOf('some');
    const answers: Answer[] = [];
    for (let attempt = 0; attempt < 8; attempt++)
      answers.push(await gateway.call('POST', '/v1/session', { key: `weir_guess_${attempt}` }));
    expect(statuses(answers)).toContain(429);
    expect(answers.at(-1)?.json.code).toBe('WEIR_RATE_LIMITED');
  });

  it('asks about made-up sessions no faster than a page full of people would, and reads the rest', async () => {
    gateway = await startGateway(NARROW);
    await keyOf('some');
    const cookie = `weir_session=${'a'.repeat(43)}`;
    const flood = (method: string) =>
      Promise.all(
        Array.from({ length: 80 }, () => gateway.call(method, '/v1/session', undefined, { cookie })),
      );
    expect(statuses(await askTimes(20, { cookie }, '/v1/session'))).toEqual([200]);
    const asked = await flood('GET');
    const refused = asked.find(({ status }) => status === 429);
    expect(refused?.headers.get('ratelimit-policy')).toBe('"session";q=20;w=2');
    expect(refused?.json.code).toBe('WEIR_RATE_LIMITED');
    expect(statuses(await flood('DELETE'))).toContain(429);
    const elsewhere = await askTimes(40, { cookie });
    expect(elsewhere.map(({ headers }) => headers.get('ratelimit-policy'))).toContain('"session";q=20;w=2');
    // Without a cookie nothing is looked up; and a refused key is told that it is refused.
    expect(statuses(await askTimes(3, {}, '/v1/session'))).toEqual([200]);
    expect(statuses(await askTimes(1))).toEqual([401]);
  });

  it('reads what is public as often as it likes', async () => {
    gateway = await startGateway(NARROW);
    await keyOf('some');
    for (const path of ['/health/live', '/openapi.json', '/v1/session'])
      expect(statuses(await askTimes(15, {}, path))).toEqual([200]);
  });
});

describe('without any key', () => {
  it('this machine has no bound', async () => {
    gateway = await startGateway(NARROW);
    const answers = await askTimes(30);
    expect(statuses(answers)).toEqual([200]);
    expect(answers[0]?.headers.get('ratelimit')).toBeNull();
  });

  it('each address behind a trusted proxy has that of a key', async () => {
    gateway = await startGateway({ ...NARROW, WEIR_TRUST_PROXY: '127.0.0.1' });
    expect(statuses(await askTimes(20, { 'x-forwarded-for': '192.0.2.1' }))).toEqual([200, 429]);
    expect(statuses(await askTimes(5, { 'x-forwarded-for': '192.0.2.2' }))).toEqual([200]);
  });

  it('nobody is believed who is no trusted proxy', async () => {
    gateway = await startGateway({ ...NARROW, WEIR_TRUST_PROXY: '10.0.0.0/8' });
    expect(statuses(await askTimes(20, { 'x-forwarded-for': '192.0.2.1' }))).toEqual([200]);
  });
});
