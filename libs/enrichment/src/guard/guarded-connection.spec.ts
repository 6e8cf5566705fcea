import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCertificate } from '../testing/certificate-maker.js';
import { type LocalServer, serveLocally, serveRaw } from '../testing/local-server.js';
import { OTHER_ADDRESS, PUBLIC_ADDRESS, TestNetwork } from '../testing/test-network.js';
import { openConnection } from './guarded-connection.js';
import { guardUrl } from './guarded-url.js';

const NAME = 'site.example';
const OTHER_PUBLIC = '151.101.1.69';

let server: LocalServer;
beforeAll(async () => {
  server = await serveRaw((socket) => void socket.end());
});
afterAll(() => server.close());

function networkOf(...answers: (readonly string[] | Error)[]): TestNetwork {
  const network = new TestNetwork().name(NAME, ...answers);
  for (const address of [PUBLIC_ADDRESS, OTHER_ADDRESS, OTHER_PUBLIC]) network.host(address, 80, server.port);
  return network;
}

async function open(network: TestNetwork, url = `http://${NAME}/`, signal = AbortSignal.timeout(30_000)) {
  const socket = await openConnection(guardUrl(url, [80, 443]), { ...network, signal });
  socket.destroy();
}

describe('openConnection', () => {
  it('connects to the address it judged, and looks the name up once', async () => {
    const network = networkOf([PUBLIC_ADDRESS], ['127.0.0.1']);
    await open(network);
    expect(network.lookups).toEqual([NAME]);
    expect(network.dialled).toEqual([`${PUBLIC_ADDRESS} 80`]);
  });

  it('judges anew at the next connection: a name that was public and now leads inside is refused', async () => {
    const network = networkOf([PUBLIC_ADDRESS], ['127.0.0.1']);
    await open(network);
    await expect(open(network)).rejects.toMatchObject({ code: 'refused' });
    expect(network.dialled).toEqual([`${PUBLIC_ADDRESS} 80`]);
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['0.0.0.0'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fd00:ec2::254'],
    ['64:ff9b::a9fe:a9fe'],
    ['fe80::1%eth0'],
    ['not an address'],
  ])('refuses a name that leads to %s, and connects to nothing', async (address) => {
    const network = networkOf([address]);
    await expect(open(network)).rejects.toMatchObject({ code: 'refused' });
    expect(network.dialled).toEqual([]);
  });

  it.each([
    [[PUBLIC_ADDRESS, '127.0.0.1']],
    [['127.0.0.1', PUBLIC_ADDRESS]],
    [[PUBLIC_ADDRESS, OTHER_ADDRESS, '::1']],
  ])('refuses %j: one address inside condemns all', async (addresses) => {
    const network = networkOf(addresses);
    await expect(open(network)).rejects.toMatchObject({ code: 'refused' });
    expect(network.dialled).toEqual([]);
  });

  it('tells nobody which address a name has inside', async () => {
    const error: unknown = await open(networkOf(['10.11.12.13'])).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('10.11');
  });

  it('asks no name server about an address', async () => {
    const network = networkOf([PUBLIC_ADDRESS]);
    await open(network, `http://${PUBLIC_ADDRESS}/`);
    expect(network.lookups).toEqual([]);
    expect(network.dialled).toEqual([`${PUBLIC_ADDRESS} 80`]);
  });

  it('tries the next address where one does not answer, three at most', async () => {
    const next = networkOf(['1.0.0.1', PUBLIC_ADDRESS]);
    await open(next);
    expect(next.dialled).toEqual(['1.0.0.1 80', `${PUBLIC_ADDRESS} 80`]);
    const none = networkOf(['1.0.0.1', '1.0.0.2', '1.0.0.3', PUBLIC_ADDRESS]);
    await expect(open(none)).rejects.toMatchObject({ code: 'unreachable' });
    expect(none.dialled).toHaveLength(3);
  });

  it.each([
    ['no address', [], 'unresolved'],
    ['a failing name server', new Error('SERVFAIL'), 'unreachable'],
  ] as const)('says %s', async (_name, answer, code) => {
    await expect(open(networkOf(answer))).rejects.toMatchObject({ code });
  });

  it('says that the time was up', async () => {
    const network = networkOf([PUBLIC_ADDRESS]);
    await expect(open(network, `http://${NAME}/`, AbortSignal.abort())).rejects.toMatchObject({
      code: 'timeout',
    });
    expect(network.dialled).toEqual([]);
  });

  it('gives up a handshake that gets no answer when the time is up', async () => {
    const left: Promise<unknown>[] = [];
    const silent = await serveRaw((socket) => left.push(once(socket, 'close')));
    const network = networkOf([PUBLIC_ADDRESS]).host(PUBLIC_ADDRESS, 443, silent.port);
    const opening = open(network, `https://${NAME}/`, AbortSignal.timeout(100));
    await expect(opening).rejects.toMatchObject({ code: 'timeout' });
    // The connection is gone too, not only the promise.
    await Promise.all(left);
    expect(left).toHaveLength(1);
    await silent.close();
  });

  it.each(['http', 'https'])('bears an error of a socket over %s that nobody owns yet', async (scheme) => {
    const secure = await serveLocally(() => undefined, issueCertificate({ name: NAME }));
    const network = networkOf([PUBLIC_ADDRESS]).host(PUBLIC_ADDRESS, 443, secure.port);
    const signal = AbortSignal.timeout(30_000);
    const socket = await openConnection(guardUrl(`${scheme}://${NAME}/`, [80, 443]), { ...network, signal });
    // Node throws where an error has no listener.
    expect(() => socket.emit('error', new Error('reset'))).not.toThrow();
    socket.destroy();
    await secure.close();
  });
});
