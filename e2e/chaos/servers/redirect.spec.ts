import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REDIRECT = new URL('redirect.mjs', import.meta.url).href;
const run = promisify(execFile);
/** Each way a client may ask for a connection; what the server says first is printed. */
const WAYS = {
  'an options object': 'net.connect({ host, port })',
  'port and host': 'net.connect(port, host)',
  'a socket of its own': 'new net.Socket().connect({ host, port })',
  'a socket of its own, port and host': 'new net.Socket().connect(port, host)',
};

describe('a process loaded with the redirection', () => {
  const servers: Server[] = [];
  const listening = async (greeting: string) => {
    const server = createServer((socket) => socket.end(greeting)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    return (server.address() as AddressInfo).port;
  };
  let broker: number;
  let relay: number;
  let other: number;

  beforeAll(async () => {
    [broker, relay, other] = [await listening('broker'), await listening('relay'), await listening('other')];
  });

  afterAll(() => {
    for (const server of servers) server.close();
  });

  const greeting = async (way: string, port: number) => {
    const script = `import net from 'node:net'; const host = '127.0.0.1', port = ${port}; ${way}.pipe(process.stdout);`;
    const { stdout } = await run(
      process.execPath,
      [`--import=${REDIRECT}`, '--input-type=module', '-e', script],
      { env: { ...process.env, WEIR_CHAOS_REDIRECT: `127.0.0.1:${broker}=${relay}` } },
    );
    return stdout;
  };

  it.each(Object.entries(WAYS))('reaches the relay by %s', async (_name, way) => {
    expect(await greeting(way, broker)).toBe('relay');
    expect(await greeting(way, other)).toBe('other');
  });
});
