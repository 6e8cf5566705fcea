import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checked } from '../http/request-validation.js';
import { mediaTypeOf, Reads, UPLOAD_TYPES } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiClassicPrediction, ApiProblems, ApiUpload } from '../openapi/decorators.js';
import { TrainResponse } from '../openapi/run-responses.js';
import { sendPredictions } from '../predictions/predictions.controller.js';
import { PredictionsService } from '../predictions/predictions.service.js';
import { RunPlanner } from '../runs/run-planner.js';
import { RunStarter } from '../runs/run-starter.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { SnapshotIntake } from '../snapshots/snapshot-intake.js';
import { CLASSIC_SCHEMA, TrainRequest } from './classic-requests.js';

/** The pair that small phishing projects have: a training run, and a CSV of features to a table. */
@ApiTags('classic')
@Controller()
export class ClassicController {
  constructor(
    private readonly planner: RunPlanner,
    private readonly starter: RunStarter,
    private readonly intake: SnapshotIntake,
    private readonly predictions: PredictionsService,
    private readonly audit: AuditLog,
  ) {}

  @Post('train')
  @Needs('train')
  @Idempotent()
  @HttpCode(202)
  @Reads({ types: ['application/json', ...UPLOAD_TYPES], optional: true })
  @ApiOperation({
    summary: 'Train on an upload, or again on the newest snapshot',
    description:
      'Answers at once with 202 and the run, while training goes on: follow `GET /v1/runs/{id}` (`Location`) or its events. Projects of this kind answer `GET /train` when training is over; here GET is answered 405: links are followed by crawlers and previews, which must not train anything.',
  })
  @ApiUpload('TrainRequest', { schema: 'uci-30' }, { required: false })
  @ApiAcceptedResponse({ type: TrainResponse })
  @ApiProblems(400, 404, 413, 415, 503)
  async train(
    @Query('schema') schema: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ message: string; runId: string }> {
    const type = mediaTypeOf(request);
    const run =
      type === '' || type === 'application/json'
        ? await this.#trainAgain(request, schema)
        : await this.intake.take(request, { schema, fallback: CLASSIC_SCHEMA, until: 'training' });
    await this.audit.record(request, 'run.start', run.id, { schema: run.schema, from: run.from });
    reply.header('location', `/v1/runs/${run.id}`);
    return { message: `Training of ${run.schema} has started.`, runId: run.id };
  }

  @Post('predict')
  @Needs('predict')
  @HttpCode(200)
  @Reads({ types: UPLOAD_TYPES })
  @ApiOperation({
    summary: 'A CSV of features to a table, as a page',
    description:
      'A multipart upload, usually named `file`, or the CSV itself. The table has the columns of the input, then `predicted_column` (the value that the data set has for the class: -1 is phishing in `uci-30`), `verdict` and `probability`. The label may be there or not, and so may a first column of row numbers as data frames write it (without a name, `Unnamed: 0`, `index` or `id`): both are handed through. For JSON or CSV, and for a million rows, use `POST /v1/predictions/{schema}`.',
  })
  @ApiClassicPrediction()
  @ApiProblems(400, 404, 413, 415, 422, 503)
  async predict(
    @Query('schema') schema: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.predictions.predict(schema ?? CLASSIC_SCHEMA, request, 'text/html', {
      isClassic: true,
    });
    await sendPredictions(reply, 'text/html', answer);
  }

  async #trainAgain(request: FastifyRequest, fromQuery: string | undefined) {
    const { schema } = checked(TrainRequest, request.body ?? {});
    const order = await this.planner.plan({ schema: schema ?? fromQuery ?? CLASSIC_SCHEMA });
    return this.starter.start(order, traceContextOf(request));
  }
}
