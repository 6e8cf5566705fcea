import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GuardedFetcher } from '../fetch/guarded-fetcher.js';
import { issueCertificate } from '../testing/certificate-maker.js';
import { type LocalServer, serveLocally } from '../testing/local-server.js';
import { PUBLIC_ADDRESS, TestNetwork } from '../testing/test-network.js';
import { readBootstrap, serverFor } from './rdap-bootstrap.js';
import { RdapClient } from './rdap-client.js';
import { readRegistration } from './read-registration.js';

/** As registries answer: RFC 9083, 5.3. */
const DOMAIN = {
  objectClassName: 'domain',
  ldhName: 'SHOP.EXAMPLE.',
  status: ['client transfer prohibited'],
  events: [
    { eventAction: 'last changed', eventDate: '2025-02-01T00:00:00Z' },
    { eventAction: 'registration', eventDate: '1999-03-31T05:00:00Z' },
    { eventAction: 'expiration', eventDate: '2027-03-31T05:00:00.5+01:00' },
  ],
};
const BOOTSTRAP = {
  version: '1.0',
  publication: '2026-01-01T00:00:00Z',
  services: [
    [
      ['example', 'com'],
      ['http://rdap.registry.example/v1/', 'https://rdap.registry.example/v1'],
    ],
    [['co.uk'], ['https://rdap.registry.example/uk/']],
    [['plain'], ['http://rdap.registry.example/']],
  ],
};

describe('readRegistration', () => {
  it('reads name and dates', () => {
    expect(readRegistration(DOMAIN)).toEqual({
      domain: 'shop.example',
      registeredAt: Date.UTC(1999, 2, 31, 5),
      expiresAt: Date.UTC(2027, 2, 31, 4, 0, 0, 500),
    });
  });

  it.each([
    ['no events', { ldhName: 'a.example' }],
    ['events of another kind', { ldhName: 'a.example', events: [{ eventAction: 'transfer' }, null, 7] }],
    [
      'a date that is none',
      { ldhName: 'a.example', events: [{ eventAction: 'expiration', eventDate: 'soon' }] },
    ],
    [
      'a date of another type',
      { ldhName: 'a.example', events: [{ eventAction: 'expiration', eventDate: 1 }] },
    ],
    ['events that are no list', { ldhName: 'a.example', events: { eventAction: 'expiration' } }],
  ])('leaves dates out with %s', (_name, answer) => {
    expect(readRegistration(answer)).toEqual({ domain: 'a.example' });
  });

  it.each([[null], ['text'], [[]], [{}], [{ ldhName: 5 }], [{ errorCode: 404, title: 'Not Found' }]])(
    'takes %j for no domain',
    (answer) => {
      expect(readRegistration(answer)).toBeUndefined();
    },
  );
});

describe('the bootstrap file', () => {
  const servers = readBootstrap(BOOTSTRAP);

  it.each([
    ['shop.example', 'https://rdap.registry.example/v1/'],
    ['shop.com', 'https://rdap.registry.example/v1/'],
    ['shop.co.uk', 'https://rdap.registry.example/uk/'],
    ['shop.plain', undefined],
    ['shop.de', undefined],
    ['example', undefined],
  ])('leads %s to %s', (domain, server) => {
    expect(serverFor(domain, servers)).toBe(server);
  });

  it('passes over what it cannot read', () => {
    const odd = { services: [null, [], [['a']], [['b'], 'x'], [[7, 'c'], ['https://c.example']]] };
    expect([...readBootstrap(odd)]).toEqual([['c', 'https://c.example/']]);
    expect(() => readBootstrap({})).toThrow(TypeError);
    expect(() => readBootstrap(null)).toThrow(TypeError);
  });
});

describe('RdapClient', () => {
  const root = issueCertificate({ name: 'Root' });
  const certificate = issueCertificate({
    name: 'rdap.registry.example',
    issuer: { name: 'Root', key: root.key },
  });
  let server: LocalServer;
  let network: TestNetwork;
  let asked: string[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let bootstrap: unknown;
  let now: number;

  beforeEach(async () => {
    asked = [];
    now = 1_000;
    bootstrap = BOOTSTRAP;
    answer = (_request, response) => void response.end(JSON.stringify(DOMAIN));
    server = await serveLocally((request, response) => {
      asked.push(request.url ?? '');
      if (request.url !== '/dns.json') answer(request, response);
      else if (bootstrap === undefined) response.writeHead(503).end();
      else response.end(JSON.stringify(bootstrap));
    }, certificate);
    network = new TestNetwork()
      .name('rdap.registry.example', [PUBLIC_ADDRESS])
      .name('inside.example', ['10.0.0.1'])
      .host(PUBLIC_ADDRESS, 443, server.port);
  });
  afterEach(() => server.close());

  const clientOf = (roots: string[] = [root.cert]) =>
    new RdapClient(
      new GuardedFetcher({ ...network, roots }),
      'https://rdap.registry.example/dns.json',
      () => now,
    );
  const ask = (client: RdapClient, domain = 'shop.example') =>
    client.registrationOf(domain, AbortSignal.timeout(20_000));

  it('asks the registry of the suffix, and for the list once a day', async () => {
    const client = clientOf();
    expect(await ask(client)).toMatchObject({ domain: 'shop.example' });
    await ask(client, 'shop.co.uk');
    expect(asked).toEqual(['/dns.json', '/v1/domain/shop.example', '/uk/domain/shop.co.uk']);
    now += 86_400_000;
    await ask(client);
    expect(asked.filter((path) => path === '/dns.json')).toHaveLength(2);
  });

  it('tells a domain nobody registered from a registry that cannot be asked', async () => {
    answer = (_request, response) => void response.writeHead(404).end('{"errorCode":404}');
    expect(await ask(clientOf())).toBeNull();
    expect(await ask(clientOf(), 'shop.de')).toBeUndefined();
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['an error', (response) => response.writeHead(500).end(), 'malformed'],
    ['too many requests', (response) => response.writeHead(429).end(), 'malformed'],
    ['no JSON', (response) => response.end('<html>'), 'malformed'],
    ['another object', (response) => response.end('{"objectClassName":"entity"}'), 'malformed'],
    ['too much', (response) => response.end(`"${'a'.repeat(300_000)}"`), 'tooLarge'],
    [
      'a way inside',
      (response) => response.writeHead(302, { location: 'https://10.0.0.1/' }).end(),
      'refused',
    ],
    [
      'a name that leads inside',
      (response) => response.writeHead(302, { location: 'https://inside.example/' }).end(),
      'refused',
    ],
    [
      'a way out of TLS',
      (response) => response.writeHead(302, { location: 'http://rdap.registry.example/' }).end(),
      'untrusted',
    ],
  ])('fails where the registry answers with %s', async (_name, respond, code) => {
    answer = (_request, response) => respond(response);
    await expect(ask(clientOf())).rejects.toMatchObject({ code });
  });

  it('believes nobody whose certificate does not hold', async () => {
    const stranger = issueCertificate({ name: 'Another root' });
    await expect(ask(clientOf([stranger.cert]))).rejects.toMatchObject({ code: 'untrusted' });
    expect(asked).toEqual([]);
  });

  it('asks for a list that was away again after a minute, not at every URL', async () => {
    bootstrap = undefined;
    const client = clientOf();
    await expect(ask(client)).rejects.toMatchObject({ code: 'malformed' });
    await expect(ask(client)).rejects.toMatchObject({ code: 'malformed' });
    expect(asked).toEqual(['/dns.json']);
    now += 60_000;
    bootstrap = BOOTSTRAP;
    expect(await ask(client)).toMatchObject({ domain: 'shop.example' });
  });
});
