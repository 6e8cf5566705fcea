import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** What to answer to a question: addresses of its kind, a DNS response code, or silence. */
export type NameAnswer = readonly string[] | 'SERVFAIL' | 'NXDOMAIN' | undefined;

export interface NameServer {
  /** `127.0.0.1:port`, as resolvers take it. */
  readonly address: string;
  close(): Promise<void>;
}

const HEADER_BYTES = 12;
const TYPE_A = 1;
const CODES = { SERVFAIL: 2, NXDOMAIN: 3 } as const;

/** A name server (RFC 1035) on a free loopback port. */
export async function serveNames(answer: (name: string, family: 4 | 6) => NameAnswer): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    const { name, end } = nameOf(query);
    const family = query.readUInt16BE(end) === TYPE_A ? 4 : 6;
    const given = answer(name, family);
    if (given !== undefined) socket.send(responseTo(query, end + 4, given), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function nameOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

function responseTo(query: Buffer, questionEnd: number, answer: Exclude<NameAnswer, undefined>): Buffer {
  const question = Buffer.from(query.subarray(0, questionEnd));
  const addresses = typeof answer === 'string' ? [] : answer;
  // A response, recursion available.
  question.writeUInt16BE(0x8180 | (typeof answer === 'string' ? CODES[answer] : 0), 2);
  question.writeUInt16BE(addresses.length, 6);
  // No additional records: the query may have brought its own.
  question.writeUInt16BE(0, 10);
  return Buffer.concat([question, ...addresses.map(recordOf)]);
}

function recordOf(address: string): Buffer {
  const data = address.includes(':') ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number));
  const head = Buffer.from([
    0xc0,
    HEADER_BYTES,
    0,
    data.length === 4 ? 1 : 28,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    data.length,
  ]);
  return Buffer.concat([head, data]);
}

/** Of an address that is written in full. */
function ipv6Bytes(address: string): Buffer {
  const groups = address.split(':').map((group) => Number.parseInt(group, 16));
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}
