import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { startTcpProxy, type TcpProxy } from '@weir/platform/testing';
import type { ISocketFactory } from 'kafkajs';

const run = promisify(execFile);
const REDIRECT = new URL('redirect.mjs', import.meta.url).href;

/** The broker, as something that can go away and come back. */
export interface Broker {
  /** How it goes away, in words; and in two, for the account of a round. */
  readonly how: string;
  readonly goes: string;
  /** What a service's process needs in its environment besides the brokers' addresses. */
  readonly environment: Readonly<Record<string, string>>;
  readonly socketFactory?: ISocketFactory;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Stopped and started by the commands of the environment; where there are none, the network before it is cut. */
export async function openBroker(brokers: string): Promise<Broker> {
  const { KAFKA_STOP_COMMAND: stop, KAFKA_START_COMMAND: start } = process.env;
  if (stop !== undefined && start !== undefined) return commandedBroker(stop, start);
  return relayedBroker(brokers.split(','));
}

function commandedBroker(stop: string, start: string): Broker {
  const shell = async (command: string) => void (await run('sh', ['-c', command]));
  return {
    how: 'stopped and started by KAFKA_STOP_COMMAND and KAFKA_START_COMMAND',
    goes: 'stops hard',
    environment: {},
    stop: () => shell(stop),
    start: () => shell(start),
    close: async () => undefined,
  };
}

async function relayedBroker(addresses: readonly string[]): Promise<Broker> {
  const relays = new Map<string, TcpProxy>();
  for (const address of addresses) {
    const { hostname: host, port } = new URL(`kafka://${address}`);
    relays.set(address, await startTcpProxy({ host, port: Number(port) }));
  }
  const redirect = [...relays].map(([address, { port }]) => `${address}=${port}`).join(',');
  const all = async (what: (relay: TcpProxy) => Promise<void>) =>
    void (await Promise.all([...relays.values()].map(what)));
  return {
    how: 'KAFKA_STOP_COMMAND and KAFKA_START_COMMAND are not set: the network before it is cut, it stays up itself',
    goes: 'is cut off',
    environment: { NODE_OPTIONS: `--import=${REDIRECT}`, WEIR_CHAOS_REDIRECT: redirect },
    socketFactory: ({ host, port, onConnect }) => {
      const relay = relays.get(`${host}:${port}`);
      return connect(
        relay === undefined ? { host, port } : { host: '127.0.0.1', port: relay.port },
        onConnect,
      );
    },
    stop: () => all((relay) => relay.cut()),
    start: () => all((relay) => relay.restore()),
    close: () => all((relay) => relay.close()),
  };
}
