import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  EnrichmentRequest,
  EnrichmentResponse,
  PredictionsRequest,
  PredictionsResponse,
  VerdictsRequest,
  VerdictsResponse,
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
        (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
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
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    this.asked.push({ path, headers: request.headers, body });
    if (this.drop > 0) {
      this.drop -= 1;
      throw new DroppedConnection();
    }
    if (this.failWith !== undefined) throw new WeirError(this.failWith, 'told to fail');
    if (path === '/internal/enrichments') return this.#enrichment(body as EnrichmentRequest);
    return path === '/internal/verdicts'
      ? this.#verdicts(body as VerdictsRequest)
      : this.#predictions(body as PredictionsRequest, path.split('/').at(-1) ?? '');
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

  #predictions({ rows }: PredictionsRequest, name: string): PredictionsResponse {
    const predictions = rows.map(([first]) => {
      const isPhishing = first === -1;
      return {
        label: isPhishing ? -1 : 1,
        verdict: isPhishing ? ('malicious' as const) : ('safe' as const),
        probability: isPhishing ? 0.9 : 0.1,
      };
    });
    return { model: { name, version: this.version }, predictions };
  }
}

class DroppedConnection extends Error {}
