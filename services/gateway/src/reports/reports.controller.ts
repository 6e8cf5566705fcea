import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OBJECTS, type Objects, ReportCatalog, type ReportEntry, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { negotiate } from '../http/negotiation.js';
import { ListQuery, pageOptions } from '../http/paging.js';
import { ApiList, ApiProblems, ApiReport } from '../openapi/decorators.js';
import { ReportListResponse } from '../openapi/snapshot-responses.js';
import { Needs } from '../security/access.js';
import { REPORT_CONTENT_SECURITY_POLICY } from '../security/page-policy.js';

const FORMS = ['application/json', 'text/html'] as const;

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportCatalog,
    @Inject(OBJECTS) private readonly objects: Objects,
  ) {}

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'Validation and drift reports, newest first' })
  @ApiList()
  @ApiOkResponse({ type: ReportListResponse })
  @ApiProblems(400, 503)
  async list(@Query() query: ListQuery): Promise<{ reports: ReportEntry[]; next: string | null }> {
    const { items, next } = await this.reports.list(pageOptions(query));
    return { reports: items, next };
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'A report, as JSON or as a page by Accept' })
  @ApiReport()
  @ApiProblems(404, 406, 503)
  async get(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = negotiate(request.headers.accept, FORMS);
    const entry = await this.reports.get(id);
    if (entry === null) throw new WeirError('WEIR_NOT_FOUND', `There is no report ${id.slice(0, 100)}`);
    const body = await this.objects.read(form === 'text/html' ? entry.htmlKey : entry.reportKey);
    if (form === 'text/html') reply.header('content-security-policy', REPORT_CONTENT_SECURITY_POLICY);
    await reply.header('vary', 'accept').type(`${form}; charset=utf-8`).send(body);
  }
}
