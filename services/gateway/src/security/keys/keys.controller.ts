import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type ApiKey, KeyCatalog, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { PageQuery, pageOptions } from '../../http/paging.js';
import { Reads } from '../../http/route-rules.js';
import { ApiExample, ApiList, ApiProblems } from '../../openapi/decorators.js';
import { Needs } from '../access.js';
import { AuditLog } from '../audit/audit-log.js';
import { principalOf } from '../principal.js';
import { CreatedKeyResponse, KeyListResponse, KeyRequest, keyView } from './key-requests.js';
import { KeyRing } from './key-ring.js';

type KeyView = Omit<ApiKey, 'hash'>;

@ApiTags('keys')
@Controller('v1/keys')
export class KeysController {
  constructor(
    private readonly keys: KeyCatalog,
    private readonly ring: KeyRing,
    private readonly audit: AuditLog,
  ) {}

  @Post()
  @Needs('admin')
  @Reads()
  @ApiOperation({
    summary: 'Make an API key; it is shown this once',
    description:
      'As soon as there is a key, every route that is not public needs one, within 5 s on every replica: give the first one the scope `admin`. It stays so when the last key is revoked.',
  })
  @ApiExample({ name: 'mail filter', scopes: ['predict', 'read'], expiresAt: '2030-01-01T00:00:00Z' })
  @ApiCreatedResponse({ type: CreatedKeyResponse })
  @ApiProblems(400, 415, 503)
  async create(@Body() body: KeyRequest, @Req() request: FastifyRequest): Promise<KeyView & { key: string }> {
    const { name, scopes, expiresAt, requestsPerSecond } = body;
    const { record, key } = await this.keys.create({
      name,
      scopes,
      createdBy: principalOf(request).name,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    });
    this.ring.take(record);
    await this.audit.record(request, 'key.create', record.id, { name, scopes });
    return { ...keyView(record), key };
  }

  @Get()
  @Needs('admin')
  @ApiOperation({ summary: 'API keys, newest first, with those revoked; never the keys themselves' })
  @ApiList({ schema: false })
  @ApiOkResponse({ type: KeyListResponse })
  @ApiProblems(400, 503)
  async list(@Query() query: PageQuery): Promise<{ keys: KeyView[]; next: string | null }> {
    const { items, next } = await this.keys.list(pageOptions(query));
    return { keys: items.map(keyView), next };
  }

  @Delete(':id')
  @Needs('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API key, its sessions and its streams, within 5 s on every replica' })
  @ApiNoContentResponse()
  @ApiProblems(404, 503)
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    const record = await this.keys.revoke(id);
    if (record === null) throw new WeirError('WEIR_NOT_FOUND', 'There is no key of this id');
    this.ring.take(record);
    await this.audit.record(request, 'key.revoke', record.id, { name: record.name });
  }
}
