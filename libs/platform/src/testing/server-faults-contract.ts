import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../errors/index.js';
import { startTcpProxy, type TcpProxy, type TcpTarget } from './tcp-proxy.js';

/** What every adapter of a server has. */
export interface ServerAdapter {
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface ServerFaultsSetup<A extends ServerAdapter> {
  /** The real server. */
  readonly target: TcpTarget;
  /** The code that every failure must have. */
  readonly unavailable: ErrorCode;
  /** Opens the adapter against 127.0.0.1 and the port given, with `secret` among its credentials. */
  readonly open: (port: number, secret: string) => A;
  /** Writes something and reads it back. */
  readonly use: (adapter: A) => Promise<void>;
}

const SECRET = 'pa55-w0rd-of-no-one';
const SOON = { timeout: 60_000, interval: 100 };

/** How an adapter must behave while its server is away, hangs, and comes back. */
export function serverFaultsContract<A extends ServerAdapter>(name: string, setup: ServerFaultsSetup<A>) {
  describe(`${name}, server faults`, () => {
    let proxy: TcpProxy;
    let adapter: A;

    beforeEach(async () => {
      proxy = await startTcpProxy(setup.target);
    });

    afterEach(async () => {
      await proxy.restore();
      await adapter.close();
      await proxy.close();
    });

    const failure = async (operation: Promise<unknown>) => {
      const error: unknown = await operation.then(
        () => expect.fail('it must reject while the server is away'),
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ name: 'WeirError', code: setup.unavailable, transient: true });
      return error as Error;
    };

    it('does without its server at start, and uses it once it is there', async () => {
      await proxy.cut();
      adapter = setup.open(proxy.port, '');
      await failure(adapter.check());
      await failure(setup.use(adapter));
      await proxy.restore();
      await vi.waitFor(() => adapter.check(), SOON);
      await vi.waitFor(() => setup.use(adapter), SOON);
    });

    it('outlives the loss of its server, more than once', async () => {
      adapter = setup.open(proxy.port, '');
      await setup.use(adapter);
      for (const _ of [1, 2]) {
        await proxy.cut();
        await failure(setup.use(adapter));
        await failure(adapter.check());
        await proxy.restore();
        await vi.waitFor(() => setup.use(adapter), SOON);
        await adapter.check();
      }
    });

    it('does not wait for ever for a server that hangs', async () => {
      adapter = setup.open(proxy.port, '');
      await setup.use(adapter);
      proxy.freeze();
      await failure(adapter.check());
      await failure(setup.use(adapter));
      await proxy.restore();
      await vi.waitFor(() => setup.use(adapter), SOON);
    });

    it('keeps its credentials out of its errors', async () => {
      await proxy.cut();
      adapter = setup.open(proxy.port, SECRET);
      const away = await failure(setup.use(adapter));
      await proxy.restore();
      // The server may refuse the credentials, or ask for none: what matters is what an error says.
      const refused: unknown = await setup.use(adapter).catch((reason: unknown) => reason);
      for (const error of [away, refused]) {
        expect(inspect(error, { depth: 12, showHidden: true, getters: true })).not.toContain(SECRET);
      }
    });
  });
}

/** Host and port of a server's URL. */
export function tcpTargetOf(url: string, defaultPort: number): TcpTarget {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: port === '' ? defaultPort : Number(port) };
}
