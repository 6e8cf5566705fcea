import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NameAnswer, type NameServer, serveNames } from '../testing/name-server.js';
import { DnsResolver } from './dns-resolver.js';

const NAME = 'site.example';
const V6 = '2606:4700:0:0:0:0:0:1111';

let server: NameServer;
let asked: string[];
let answers: Partial<Record<4 | 6, NameAnswer>>;

beforeEach(async () => {
  asked = [];
  answers = {};
  server = await serveNames((name, family) => {
    asked.push(`${name} ${family}`);
    return answers[family];
  });
});
afterEach(() => server.close());

const resolve = (name = NAME, signal = AbortSignal.timeout(30_000)) =>
  new DnsResolver([server.address]).resolve(name, signal);

describe('DnsResolver', () => {
  it('gives the addresses of both families, IPv4 first, and asks for the name as it is', async () => {
    answers = { 4: ['1.1.1.1', '10.0.0.1'], 6: [V6] };
    expect(await resolve()).toEqual(['1.1.1.1', '10.0.0.1', '2606:4700::1111']);
    expect(asked.sort()).toEqual([`${NAME} 4`, `${NAME} 6`]);
  });

  it.each<[string, NameAnswer, NameAnswer, readonly string[]]>([
    ['no such name', 'NXDOMAIN', 'NXDOMAIN', []],
    ['a name without addresses', [], [], []],
    ['IPv6 alone', [], [V6], ['2606:4700::1111']],
    ['a family that fails beside one that answers', ['1.1.1.1'], 'SERVFAIL', ['1.1.1.1']],
  ])('knows %s', async (_name, v4, v6, expected) => {
    answers = { 4: v4, 6: v6 };
    expect(await resolve()).toEqual(expected);
  });

  it('takes a failure beside an absence for no answer', async () => {
    answers = { 4: 'SERVFAIL', 6: [] };
    await expect(resolve()).rejects.toMatchObject({ code: 'ESERVFAIL' });
  });

  it('does not read /etc/hosts, where localhost stands', async () => {
    answers = { 4: ['1.1.1.1'], 6: [] };
    expect(await resolve('localhost')).toEqual(['1.1.1.1']);
  });

  it('takes sixteen addresses at most', async () => {
    answers = { 4: Array.from({ length: 20 }, (_, at) => `1.1.1.${at}`), 6: [] };
    expect(await resolve()).toHaveLength(16);
  });

  it('ends with the signal where a name server is silent', async () => {
    await expect(resolve(NAME, AbortSignal.timeout(100))).rejects.toMatchObject({ code: 'ECANCELLED' });
    await expect(resolve(NAME, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
