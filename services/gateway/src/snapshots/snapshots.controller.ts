import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Run, SnapshotCatalog, type SnapshotManifest, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { ListQuery, pageOptions } from '../http/paging.js';
import { Reads, UPLOAD_TYPES } from '../http/route-rules.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiList, ApiProblems, ApiUpload } from '../openapi/decorators.js';
import { RunStartedResponse } from '../openapi/run-responses.js';
import { SnapshotListResponse, SnapshotResponse } from '../openapi/snapshot-responses.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { SnapshotIntake } from './snapshot-intake.js';

@ApiTags('snapshots')
@Controller('v1/snapshots')
export class SnapshotsController {
  constructor(
    private readonly intake: SnapshotIntake,
    private readonly snapshots: SnapshotCatalog,
    private readonly audit: AuditLog,
  ) {}

  @Post()
  @Needs('train')
  @Idempotent()
  @HttpCode(202)
  @Reads({ types: ['application/json', ...UPLOAD_TYPES] })
  @ApiOperation({ summary: 'Ingest a source or an upload, and validate it' })
  @ApiUpload('SnapshotRequest', {
    schema: 'uci-30',
    source: { kind: 'file', path: 'uci-phishing-websites.csv' },
  })
  @ApiAcceptedResponse({ type: RunStartedResponse })
  @ApiProblems(400, 404, 413, 415, 503)
  async create(
    @Query('schema') schema: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<{ runId: string; run: Run }> {
    const run = await this.intake.take(request, { schema, until: 'validation' });
    await this.audit.record(request, 'snapshot.create', run.id, { schema: run.schema });
    return { runId: run.id, run };
  }

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'Snapshots, newest first' })
  @ApiList()
  @ApiOkResponse({ type: SnapshotListResponse })
  @ApiProblems(400, 503)
  async list(
    @Query() query: ListQuery,
  ): Promise<{ snapshots: readonly SnapshotManifest[]; next: string | null }> {
    const { items, next } = await this.snapshots.list(pageOptions(query));
    return { snapshots: items, next };
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'What a snapshot is and where it came from' })
  @ApiOkResponse({ type: SnapshotResponse })
  @ApiProblems(404, 503)
  async get(@Param('id') id: string): Promise<SnapshotManifest> {
    const snapshot = await this.snapshots.get(id);
    if (snapshot !== null) return snapshot;
    throw new WeirError('WEIR_NOT_FOUND', `There is no snapshot ${id.slice(0, 100)}`);
  }
}
