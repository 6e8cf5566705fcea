import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AUDIT_ACTIONS, AuditCatalog, type AuditEntry } from '@weir/platform';
import { pageOptions } from '../../http/paging.js';
import { ApiList, ApiProblems } from '../../openapi/decorators.js';
import { Needs } from '../access.js';
import { AuditListQuery, AuditListResponse } from './audit-requests.js';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly entries: AuditCatalog) {}

  @Get()
  @Needs('admin')
  @ApiOperation({ summary: 'Who promoted, trained, listed or made keys, newest first' })
  @ApiList({ schema: false })
  @ApiQuery({ name: 'action', required: false, schema: { type: 'string', enum: [...AUDIT_ACTIONS] } })
  @ApiQuery({
    name: 'subject',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 512 },
    example: 'url/champion',
  })
  @ApiOkResponse({ type: AuditListResponse })
  @ApiProblems(400, 503)
  async list(
    @Query() query: AuditListQuery,
  ): Promise<{ entries: readonly AuditEntry[]; next: string | null }> {
    const { action, subject } = query;
    const { items, next } = await this.entries.list({
      ...pageOptions(query),
      ...(action === undefined ? {} : { action }),
      ...(subject === undefined ? {} : { subject }),
    });
    return { entries: items, next };
  }
}
