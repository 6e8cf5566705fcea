import { connect, type Socket } from 'node:net';

/** A bare connection, for what no HTTP client would send. */
export interface RawConnection {
  readonly socket: Socket;
  send(text: string | Buffer): void;
  /** All that came until the other side ended or cut the connection. */
  readonly answer: Promise<string>;
}

export function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    const answer = new Promise<string>((ended) => {
      const finish = () => ended(Buffer.concat(chunks).toString('latin1'));
      socket.once('end', finish).once('close', finish);
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject).on('error', () => undefined);
      resolve({ socket, answer, send: (text) => void socket.write(text) });
    });
  });
}

/** Sends it on a connection of its own, and gives what came back before it was closed. */
export async function exchange(url: string, text: string | Buffer): Promise<string> {
  const connection = await openRaw(url);
  connection.send(text);
  const answer = await connection.answer;
  connection.socket.destroy();
  return answer;
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** The problem document at the end of an answer. */
export function problemIn(answer: string): { readonly code?: string; readonly detail?: string } {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}
