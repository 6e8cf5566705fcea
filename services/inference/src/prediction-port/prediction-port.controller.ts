import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { type PredictionsResponse, SchemaRegistry, type VerdictsResponse } from '@weir/contracts';
import { SCHEMAS, WeirError } from '@weir/platform';
import { URL_MODEL, UrlClassifier } from '../classification/index.js';
import { UrlLists } from '../lists/index.js';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { EXPLAINED_CHUNK, inChunks } from './in-chunks.js';
import { readPredictionTable } from './prediction-table.js';
import { classifyRows } from './row-classifier.js';
import { classifyUrls } from './url-verdicts.js';
import { readVerdictsRequest } from './verdicts-request.js';

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
    const results = await inChunks(
      urls,
      (chunk) => this.#timed(() => classifyUrls(judges, chunk, reasons)),
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
  async predictions(@Param('schema') schema: string, @Body() body: unknown): Promise<PredictionsResponse> {
    const model = this.#modelOf(schema);
    const { rows, places } = readPredictionTable(body, model.artifact.featureNames);
    const predictions = await inChunks(rows, (chunk) =>
      this.#timed(() => classifyRows(model, chunk, places)),
    );
    return { model: referenceTo(model), predictions };
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
