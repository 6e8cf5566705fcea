import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  decodeRows,
  type EnrichmentRequest,
  type EnrichmentResponse,
  encodeScores,
  type NumberRows,
  ROWS_MEDIA_TYPE,
  SCORES_MEDIA_TYPE,
  type VerdictsRequest,
  type VerdictsResponse,
} from '@weir/contracts';
import { type ErrorCode, problemOf, WeirError } from '@weir/platform';

/** What was asked, for tests to look at. */
export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/**
 * An HTTP server that speaks inference's port by a simple rule, so that the gateway's own tests know every answer:
 * a URL with `phish` in it is malicious, one with `bad` is no URL; a row whose first feature is -1 is phishing.
 */
export class ScriptedInference {
  readonly asked: AskedRequest[] = [];
  /** Answers everything with this error while it is set. */
  failWith: ErrorCode | undefined;
  /** Drops this many connections before the next answer. */
  drop = 0;
  /** Answers enrichments alone with this error while it is set. */
  failEnrichmentWith: ErrorCode | undefined;
  version = 3;
  #server: Server | undefined;

  async listen(port = 0): Promise<string> {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(
        (body) =>
          body instanceof Uint8Array
            ? response.writeHead(200, { 'content-type': SCORES_MEDIA_TYPE }).end(body)
            : response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
        (error: unknown) => {
          if (error instanceof DroppedConnection) return request.socket.destroy();
          const problem = problemOf(error);
          return response
            .writeHead(problem.status, { 'content-type': 'application/problem+json' })
            .end(JSON.stringify(problem));
        },
      );
    });
    await new Promise<void>((resolve) => this.#server?.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<unknown> {
    const path = request.url ?? '';
    if (path === '/health/live') return { status: 'live' };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = bodyOf(request, Buffer.concat(chunks));
    this.asked.push({ path, headers: request.headers, body });
    if (this.drop > 0) {
      this.drop -= 1;
      throw new DroppedConnection();
    }
    if (this.failWith !== undefined) throw new WeirError(this.failWith, 'told to fail');
    if (path === '/internal/enrichments') return this.#enrichment(body as EnrichmentRequest);
    return path === '/internal/verdicts'
      ? this.#verdicts(body as VerdictsRequest)
      : this.#scores(body as NumberRows, path.split('/').at(-1) ?? '');
  }

  #verdicts({ urls, reasons }: VerdictsRequest): VerdictsResponse {
    const results = urls.map((url) => {
      if (url.includes('bad')) return { error: { code: 'WEIR_EVENT_INVALID', message: `not a URL: ${url}` } };
      const isPhishing = url.includes('phish');
      return {
        verdict: isPhishing ? ('malicious' as const) : ('safe' as const),
        probability: isPhishing ? 0.97 : 0.02,
        reasons: reasons ? ['told so'] : [],
        ...(reasons ? { change: { sentence: 'told so too' } } : {}),
      };
    });
    return { model: { name: 'url', version: this.version }, results };
  }

  /** `local` may not be visited; of every other URL two features are known. */
  #enrichment({ url }: EnrichmentRequest): EnrichmentResponse {
    if (this.failEnrichmentWith !== undefined) throw new WeirError(this.failEnrichmentWith, 'told to fail');
    if (url.includes('local')) return { error: { code: 'WEIR_ENRICHMENT_REFUSED', message: 'told so' } };
    return {
      verdict: 'suspicious',
      probability: 0.6,
      model: { name: 'uci-30', version: this.version },
      features: { having_IP_Address: 1, URL_Length: 0, web_traffic: null },
      missing: [{ feature: 'web_traffic', reason: 'told so' }],
      finalUrl: url,
      redirects: 0,
      tookMs: 12,
    };
  }

  #scores({ rows, columns, values }: NumberRows, name: string): Uint8Array {
    const isPhishing = (row: number) => values[row * columns.length] === -1;
    const each = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row));
    return encodeScores({
      model: { name, version: this.version },
      labels: [-1, 1],
      rows,
      probabilities: Float32Array.from(each((row) => (isPhishing(row) ? 0.75 : 0.125))),
      classes: Uint8Array.from(each((row) => (isPhishing(row) ? 0 : 1))),
      verdicts: Uint8Array.from(each((row) => (isPhishing(row) ? 0 : 2))),
    });
  }
}

function bodyOf({ headers }: IncomingMessage, bytes: Buffer): unknown {
  return headers['content-type'] === ROWS_MEDIA_TYPE ? decodeRows(bytes) : JSON.parse(bytes.toString('utf8'));
}

class DroppedConnection extends Error {}
