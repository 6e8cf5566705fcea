import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf, type WeirError } from '@weir/platform';

/** Node keeps the answer under way on the socket. */
interface AnsweringSocket extends Socket {
  readonly _httpMessage?: unknown;
}

export function isAnswering(socket: Socket): boolean {
  return Boolean((socket as AnsweringSocket)._httpMessage);
}

/** A whole HTTP answer on a bare connection, and its end: for what never became a request. */
export function endWithProblem(socket: Socket, error: WeirError): void {
  const problem = problemOf(error);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
