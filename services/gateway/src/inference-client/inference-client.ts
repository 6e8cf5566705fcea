import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  decodeScores,
  type EnrichmentRequest,
  type EnrichmentResponse,
  encodeRows,
  type NumberRows,
  ROWS_MEDIA_TYPE,
  type RowScores,
  type VerdictsRequest,
  type VerdictsResponse,
} from '@weir/contracts';
import { CONFIG, Environment, READINESS, Readiness, WeirError } from '@weir/platform';
import { type Dispatcher, Pool } from 'undici';
import type { TraceContext } from '../http/trace-context.js';
import { isConnectionFailure } from './connection-failure.js';
import { errorOfResponse } from './error-of-response.js';
import { Gathering, type GatheringOptions } from './gathering.js';
import { joinRows, splitScores } from './joined-rows.js';

const CONNECTIONS = 64;
/** Enrichments take seconds, and have connections of their own, so that no verdict waits for one. */
const ENRICHMENT_CONNECTIONS = 128;
const CONNECT_TIMEOUT_MS = 2_000;
/** A chunk of rows is scored in milliseconds; what takes longer than this is stuck. */
const ANSWER_TIMEOUT_MS = 15_000;
const LIVENESS_TIMEOUT_MS = 2_000;

/** Of one request, that go together with those of others. */
const GATHERED_ROWS = 16;
const GATHERING: GatheringOptions = { calls: 2, mostItems: 64, mostWeight: 262_144 };

/** What was found of one URL, and by which model. */
export interface SingleVerdict {
  readonly model: VerdictsResponse['model'];
  readonly result: VerdictsResponse['results'][number];
}

/** The prediction port of inference, over HTTP with kept connections. Scoring changes nothing, so it may be asked twice. */
@Injectable()
export class InferenceClient implements OnModuleInit, OnApplicationShutdown {
  readonly #pool: Pool;
  readonly #enrichments: Pool;
  readonly #prefix: string;
  readonly #explained = this.#urlLane(true);
  readonly #plain = this.#urlLane(false);
  readonly #rowLanes = new Map<string, Gathering<AskedRows, RowScores>>();

  constructor(
    @Inject(CONFIG) environment: Environment,
    @Inject(READINESS) private readonly readiness: Readiness,
  ) {
    const base = new URL(environment.inferenceUrl);
    this.#prefix = base.pathname.replace(/\/$/, '');
    this.#pool = poolOf(base.origin, CONNECTIONS);
    this.#enrichments = poolOf(base.origin, ENRICHMENT_CONNECTIONS);
  }

  /** Inference without a model is there all the same: it says which schema has none, request by request. */
  onModuleInit(): void {
    this.readiness.require({ name: 'inference', check: () => this.#checkLive() });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#enrichments.close()]);
  }

  /** One result a URL, in order. Rejects with inference's own coded errors, or `WEIR_INFERENCE_UNAVAILABLE`. */
  async verdicts(request: VerdictsRequest, trace: TraceContext): Promise<VerdictsResponse> {
    const response = await this.#post<VerdictsResponse>('/internal/verdicts', request, trace);
    return complete(response, response.results, request.urls.length);
  }

  /** As `verdicts` for one URL; many that are asked for at the same time go together. */
  verdict(url: string, reasons: boolean, trace: TraceContext): Promise<SingleVerdict> {
    const lane = reasons ? this.#explained : this.#plain;
    return lane.ask({ url, trace }, url.length);
  }

  /** One score a row, in order. The rows are read before this returns, or, where they are few, not changed. Rejects likewise. */
  scores(schema: string, rows: NumberRows, trace: TraceContext): Promise<RowScores> {
    if (rows.rows > GATHERED_ROWS) return this.#scores(schema, rows, trace);
    let lane = this.#rowLanes.get(schema);
    if (lane === undefined) {
      lane = this.#rowLane(schema);
      this.#rowLanes.set(schema, lane);
    }
    return lane.ask({ rows, trace }, rows.values.byteLength);
  }

  /** Rejects with `WEIR_INFERENCE_UNAVAILABLE`; what could not be had of the URL is in the answer. */
  async enrichment(request: EnrichmentRequest, trace: TraceContext): Promise<EnrichmentResponse> {
    return this.#post<EnrichmentResponse>('/internal/enrichments', request, trace, this.#enrichments);
  }

  async #checkLive(): Promise<void> {
    const { statusCode, body } = await this.#pool.request({
      method: 'GET',
      path: `${this.#prefix}/health/live`,
      headersTimeout: LIVENESS_TIMEOUT_MS,
      bodyTimeout: LIVENESS_TIMEOUT_MS,
    });
    await body.dump();
    if (statusCode !== 200) throw new Error(`inference answered ${statusCode}`);
  }

  #urlLane(reasons: boolean): Gathering<AskedUrl, SingleVerdict> {
    return new Gathering(GATHERING, async (asked) => {
      const urls = asked.map(({ url }) => url);
      const { model, results } = await this.verdicts({ urls, reasons }, traceOf(asked));
      return results.map((result) => ({ model, result }));
    });
  }

  #rowLane(schema: string): Gathering<AskedRows, RowScores> {
    return new Gathering(GATHERING, async (asked) => {
      const parts = asked.map(({ rows }) => rows);
      return splitScores(await this.#scores(schema, joinRows(parts), traceOf(asked)), parts);
    });
  }

  async #scores(schema: string, rows: NumberRows, trace: TraceContext): Promise<RowScores> {
    const path = `/internal/predictions/${encodeURIComponent(schema)}`;
    const body = encodeRows(rows);
    const answer = await this.#send({ path, type: ROWS_MEDIA_TYPE, body, trace }, readScores);
    if (answer.rows === rows.rows) return answer;
    throw new WeirError('WEIR_INTERNAL', `Inference answered ${answer.rows} of ${rows.rows} rows`);
  }

  #post<T>(path: string, request: unknown, trace: TraceContext, pool = this.#pool): Promise<T> {
    const body = JSON.stringify(request);
    return this.#send({ path, type: 'application/json', body, trace, pool }, readJson<T>);
  }

  async #send<T>(question: Question, read: Reader<T>): Promise<T> {
    try {
      return await this.#ask(question, read).catch((error: unknown) => {
        if (isConnectionFailure(error)) return this.#ask(question, read);
        throw error;
      });
    } catch (error) {
      if (error instanceof WeirError) throw error;
      throw new WeirError('WEIR_INFERENCE_UNAVAILABLE', 'The inference service did not answer', {
        cause: error,
      });
    }
  }

  async #ask<T>({ path, type, body, trace, pool = this.#pool }: Question, read: Reader<T>): Promise<T> {
    const response = await pool.request({
      method: 'POST',
      path: `${this.#prefix}${path}`,
      headers: { 'content-type': type, ...trace },
      body,
    });
    const isFine = response.statusCode >= 200 && response.statusCode < 300;
    const answer = await (isFine ? read(response.body) : readProblem(response.body)).catch(() => undefined);
    if (!isFine || answer === undefined) throw errorOfResponse(response.statusCode, answer);
    return answer as T;
  }
}

interface AskedUrl {
  readonly url: string;
  readonly trace: TraceContext;
}

interface AskedRows {
  readonly rows: NumberRows;
  readonly trace: TraceContext;
}

/** A call can be of one trace only: the first's. */
function traceOf(asked: readonly { readonly trace: TraceContext }[]): TraceContext {
  return (asked[0] as { readonly trace: TraceContext }).trace;
}

interface Question {
  readonly path: string;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly trace: TraceContext;
  readonly pool?: Pool;
}

type Body = Dispatcher.ResponseData['body'];
type Reader<T> = (body: Body) => Promise<T>;

const readJson = <T>(body: Body): Promise<T> => body.json() as Promise<T>;
const readProblem = readJson<unknown>;

async function readScores(body: Body): Promise<RowScores> {
  return decodeScores(new Uint8Array(await body.arrayBuffer()));
}

function poolOf(origin: string, connections: number): Pool {
  return new Pool(origin, {
    connections,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
}

function complete<T>(response: T, items: readonly unknown[] | undefined, asked: number): T {
  if (items?.length === asked) return response;
  throw new WeirError('WEIR_INTERNAL', `Inference answered ${items?.length ?? 0} of ${asked} items`);
}
