import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Run, RunCatalog, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { ListQuery, pageOptions } from '../http/paging.js';
import { Reads } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiExample, ApiList, ApiProblems } from '../openapi/decorators.js';
import { RunListResponse, RunResponse } from '../openapi/run-responses.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { RunPlanner } from './run-planner.js';
import { RunRequest } from './run-requests.js';
import { RunStarter } from './run-starter.js';
import { type RunView, withLinks } from './run-view.js';

@ApiTags('runs')
@Controller('v1/runs')
export class RunsController {
  constructor(
    private readonly planner: RunPlanner,
    private readonly starter: RunStarter,
    private readonly runs: RunCatalog,
    private readonly audit: AuditLog,
  ) {}

  @Post()
  @Needs('train')
  @Idempotent()
  @HttpCode(202)
  @Reads()
  @ApiOperation({ summary: 'Start a pipeline run from any stage' })
  @ApiExample({ schema: 'uci-30', from: 'training' })
  @ApiAcceptedResponse({ type: RunResponse })
  @ApiProblems(400, 404, 415, 503)
  async start(@Body() body: RunRequest, @Req() request: FastifyRequest): Promise<Run> {
    const run = await this.starter.start(await this.planner.plan(body), traceContextOf(request));
    await this.audit.record(request, 'run.start', run.id, { schema: run.schema, from: run.from });
    return run;
  }

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'Runs, newest first' })
  @ApiList()
  @ApiOkResponse({ type: RunListResponse })
  @ApiProblems(400, 503)
  async list(@Query() query: ListQuery): Promise<{ runs: Run[]; next: string | null }> {
    const { items, next } = await this.runs.list(pageOptions(query));
    return { runs: items, next };
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'How far a run is' })
  @ApiOkResponse({ type: RunResponse })
  @ApiProblems(404, 503)
  async get(@Param('id') id: string): Promise<RunView> {
    const run = await this.runs.get(id);
    if (run === null) throw new WeirError('WEIR_NOT_FOUND', `There is no run ${id.slice(0, 100)}`);
    return withLinks(run);
  }
}
