import { setImmediate } from 'node:timers/promises';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import {
  encodeScores,
  type PredictionsResponse,
  type RowScores,
  SCORES_MEDIA_TYPE,
  SchemaRegistry,
  type VerdictsResponse,
} from '@weir/contracts';
import { SCHEMAS, WeirError } from '@weir/platform';
import { type Reasons, URL_MODEL, UrlClassifier } from '../classification/index.js';
import { UrlLists } from '../lists/index.js';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { EXPLAINED_CHUNK, inChunks } from './in-chunks.js';
import { readJsonRows, readRowsMessage } from './prediction-table.js';
import { type ModelRows, predictionsOf, scoreRows } from './row-classifier.js';
import { classifyUrls } from './url-verdicts.js';
import { readVerdictsRequest } from './verdicts-request.js';

/** What of Fastify's reply is used here. */
interface Reply {
  type(mediaType: string): unknown;
}

/** What the gateway asks over in-cluster HTTP. A request is answered by one model version, whatever is reloaded meanwhile. */
@Controller('internal')
export class PredictionPortController {
  constructor(
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(UrlClassifier) private readonly classifier: UrlClassifier,
    @Inject(UrlLists) private readonly lists: UrlLists,
    @Inject(InferenceMetrics) private readonly metrics: InferenceMetrics,
    @Inject(SCHEMAS) private readonly schemas: SchemaRegistry,
  ) {}

  @Post('verdicts')
  @HttpCode(200)
  async verdicts(@Body() body: unknown): Promise<VerdictsResponse> {
    const { urls, reasons } = readVerdictsRequest(body);
    const model = this.slots.require(URL_MODEL);
    const judges = { classifier: this.classifier, lists: this.lists.require(), model };
    const kind: Reasons = reasons ? 'exact' : 'none';
    const results = await inChunks(
      urls,
      (chunk) => this.#timed(() => classifyUrls(judges, chunk, kind)),
      reasons ? EXPLAINED_CHUNK : undefined,
    );
    this.metrics.countVerdicts(
      'port',
      results.filter((each) => 'verdict' in each),
    );
    return { model: referenceTo(model), results };
  }

  @Post('predictions/:schema')
  @HttpCode(200)
  async predictions(
    @Param('schema') schema: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PredictionsResponse | Uint8Array> {
    const model = this.#modelOf(schema);
    const { featureNames } = model.artifact;
    if (body instanceof Uint8Array) {
      const scores = await this.#score(model, readRowsMessage(body, featureNames));
      reply.type(SCORES_MEDIA_TYPE);
      return encodeScores(scores);
    }
    const scores = await this.#score(model, readJsonRows(body, featureNames));
    return { model: scores.model, predictions: predictionsOf(scores) };
  }

  async #score(model: ServedModel, rows: ModelRows): Promise<RowScores> {
    let start = performance.now();
    const observe = () => this.metrics.observeClassification('port', (performance.now() - start) / 1_000);
    const scores = await scoreRows(model, rows, async () => {
      observe();
      await setImmediate();
      start = performance.now();
    });
    observe();
    return scores;
  }

  #modelOf(schema: string): ServedModel {
    if (this.schemas.find(schema) !== undefined) return this.slots.require(schema);
    const known = this.schemas.names().join(', ');
    throw new WeirError('WEIR_SCHEMA_UNKNOWN', `"${schema.slice(0, 100)}" is not one of ${known}`);
  }

  #timed<T>(work: () => T): T {
    const start = performance.now();
    const result = work();
    this.metrics.observeClassification('port', (performance.now() - start) / 1_000);
    return result;
  }
}

function referenceTo({ name, version }: ServedModel): { name: string; version: number } {
  return { name, version };
}
