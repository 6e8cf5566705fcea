import { afterEach, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';
import { openRaw, type RawConnection, statusOf } from '../testing/raw-connection.js';

const MOST = 3;

let gateway: GatewayUnderTest;
const opened: RawConnection[] = [];
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.destroy();
  await gateway.close();
});

async function open(): Promise<RawConnection> {
  const connection = await openRaw(gateway.url);
  opened.push(connection);
  return connection;
}

/** What one answer on a connection that stays open begins with; empty where it was closed instead. */
async function ask({ socket, send, answer }: RawConnection): Promise<string> {
  const first = new Promise<string>((resolve) => {
    socket.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1')));
  });
  send('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  return Promise.race([first, answer]);
}

it('closes what comes beyond WEIR_MAX_CONNECTIONS, answers the others, and has room again', async () => {
  const log: string[] = [];
  const variables = { WEIR_MAX_CONNECTIONS: String(MOST), WEIR_LOG_LEVEL: 'warn' };
  gateway = await startGateway(variables, { log: (line) => log.push(line) });
  const within = [await open(), await open(), await open()];
  for (const connection of within) expect(statusOf(await ask(connection))).toBe(200);
  for (let beyond = 0; beyond < 2; beyond++) {
    const { answer } = await open();
    expect(await answer).toBe('');
  }
  for (const connection of within) expect(statusOf(await ask(connection))).toBe(200);

  within[0]?.socket.destroy();
  await expect.poll(async () => statusOf(await ask(await open())), { timeout: 5_000 }).toBe(200);

  const metrics = await metricsOn(within[1]);
  expect(Number(/^weir_connections_refused_total (\d+)\r?$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(2);
  const told = log.map((line) => JSON.parse(line)).filter(({ msg }) => /connections were refused/.test(msg));
  expect(told).toEqual([expect.objectContaining({ maxConnections: MOST, refused: 1 })]);
});

/** Asked on a connection there is: another might find no room. */
async function metricsOn(connection: RawConnection | undefined): Promise<string> {
  connection?.send('GET /metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  return (await connection?.answer) ?? '';
}
