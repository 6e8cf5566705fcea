import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { ExitCode } from '../exit-codes.js';
import { run } from '../run.js';
import { capturedStream } from './captured-output.js';

export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly notes: string;
}

export interface Around {
  readonly input?: string;
  readonly terminal?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** Runs a command line in this process. */
export async function runWeir(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const { input, terminal = false, environment = {}, signal = new AbortController().signal } = around;
  const out = capturedStream(terminal);
  const notes = capturedStream(terminal);
  const exitCode = await run(argv, {
    input: Object.assign(Readable.from(input === undefined ? [] : [Buffer.from(input)]), {
      isTTY: input === undefined,
    }),
    out,
    notes,
    environment,
    signal,
    version: '1.2.3',
  });
  return { exitCode, out: out.text(), notes: notes.text() };
}

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A gateway of the test's own, for what a real one cannot be made to do. */
export async function scriptedGateway(
  answer: (request: Seen, response: ServerResponse, nth: number) => void,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body });
    answer({ method, url, headers, body }, response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
