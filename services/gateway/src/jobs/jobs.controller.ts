import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { negotiate } from '../http/negotiation.js';
import { PageQuery, pageOptions } from '../http/paging.js';
import { Reads, UPLOAD_TYPES } from '../http/route-rules.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiBodies, csvBodies } from '../openapi/bodies.js';
import { ApiList, ApiPredictionsAnswer, ApiProblems } from '../openapi/decorators.js';
import { sendPredictions } from '../predictions/predictions.controller.js';
import { Needs } from '../security/access.js';
import { mayUse, principalOf } from '../security/principal.js';
import { JobCatalog } from './job-catalog.js';
import { JobIntake } from './job-intake.js';
import { JobListResponse, JobResponse } from './job-responses.js';
import { JobResult } from './job-result.js';
import { mayHave, type PredictionJob } from './prediction-job.js';

@ApiTags('jobs')
@Controller('v1/jobs')
export class JobsController {
  constructor(
    private readonly intake: JobIntake,
    private readonly jobs: JobCatalog,
    private readonly results: JobResult,
  ) {}

  @Post('predictions/:schema')
  @Needs('predict')
  @Idempotent()
  @HttpCode(202)
  @Reads({ types: UPLOAD_TYPES })
  @ApiOperation({ summary: 'Predict the rows of a CSV in the background' })
  @ApiBodies({ required: true, content: csvBodies() })
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiProblems(400, 404, 413, 415, 503)
  async create(
    @Param('schema') schema: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobResponse> {
    const job = await this.intake.take(schema, request);
    reply.header('location', `/v1/jobs/${job.id}`);
    return viewOf(job);
  }

  @Get()
  @Needs('predict')
  @ApiOperation({
    summary: 'Jobs, newest first',
    description: 'A job is for the key it was sent with. Keys with the scope `admin` have all.',
  })
  @ApiList({ schema: false })
  @ApiOkResponse({ type: JobListResponse })
  @ApiProblems(400, 503)
  async list(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<{ jobs: JobResponse[]; next: string | null }> {
    const principal = principalOf(request);
    // Who is no administrator has a key: without keys everybody is one.
    const own = mayUse(principal, 'admin') ? {} : { keyId: principal.keyId ?? '' };
    const { items, next } = await this.jobs.list({ ...pageOptions(query), ...own });
    return { jobs: items.map(viewOf), next };
  }

  @Get(':id')
  @Needs('predict')
  @ApiOperation({ summary: 'How far a job is' })
  @ApiOkResponse({ type: JobResponse })
  @ApiProblems(404, 503)
  async get(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JobResponse> {
    return viewOf(await this.jobs.require(id, principalOf(request)));
  }

  @Get(':id/result')
  @Needs('predict')
  @ApiOperation({ summary: "A finished job's predictions; those of one that failed are its error" })
  @ApiPredictionsAnswer()
  @ApiProblems(404, 406, 409, 422, 503)
  async result(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = negotiate(request.headers.accept, ['text/csv', 'application/json', 'text/html']);
    const job = await this.jobs.require(id, principalOf(request));
    await sendPredictions(reply, type, { body: await this.results.open(job, type) });
  }

  @Delete(':id')
  @Needs('predict')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel a job, and delete what it made' })
  @ApiNoContentResponse()
  @ApiProblems(404, 503)
  async delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    const stored = await this.jobs.find(id);
    const isTheirs = stored !== null && mayHave(principalOf(request), stored.value);
    if (isTheirs && (await this.jobs.delete(id))) return;
    throw new WeirError('WEIR_NOT_FOUND', `There is no job ${id.slice(0, 100)}`);
  }
}

function viewOf(job: PredictionJob): JobResponse {
  const { id, schema, state, done, total, message, model, counts, error, createdAt, updatedAt } = job;
  return {
    id,
    schema,
    state,
    done,
    total,
    ...(message === undefined ? {} : { message }),
    ...(model === undefined ? {} : { model }),
    ...(counts === undefined ? {} : { counts }),
    ...(error === undefined ? {} : { error: { ...error, errors: [...(error.errors ?? [])] } }),
    createdAt,
    updatedAt,
    links: { result: `/v1/jobs/${id}/result` },
  };
}
