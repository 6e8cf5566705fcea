import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ModelAlias, ModelRegistry, type Stored } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, issue } from '../http/request-validation.js';
import { Reads } from '../http/route-rules.js';
import { ApiExample, ApiProblems } from '../openapi/decorators.js';
import { AliasResponse } from '../openapi/model-responses.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { nameOf } from '../security/claimed-name.js';
import { AliasRequest, RollbackRequest } from './alias-requests.js';

const ALIAS = /^[a-z][a-z0-9-]{0,49}$/;

export type AliasView = ModelAlias & { readonly revision: number };

@ApiTags('models')
@Controller('v1/models')
export class AliasesController {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly audit: AuditLog,
  ) {}

  @Put(':name/aliases/:alias')
  @Needs('admin')
  @Reads()
  @ApiOperation({ summary: 'Point an alias at a version: promote it to champion' })
  @ApiExample({ version: 2, reason: 'better on the March data' })
  @ApiOkResponse({ type: AliasResponse })
  @ApiProblems(400, 409, 415, 503)
  async move(
    @Param('name') name: string,
    @Param('alias') alias: string,
    @Body() { version, reason, ifRevision }: AliasRequest,
    @Req() request: FastifyRequest,
  ): Promise<AliasView> {
    if (!ALIAS.test(alias)) {
      const rule = 'an alias is a lower-case word of letters, digits and hyphens';
      throw invalidRequest([issue('alias', 'matches', rule)]);
    }
    const stored = await this.registry.move({
      name,
      alias,
      version,
      by: nameOf(request),
      reason: reason ?? 'set through the gateway',
      ...(ifRevision === undefined ? {} : { ifRevision }),
    });
    await this.audit.record(request, 'alias.move', `${name}/${alias}`, {
      version,
      ...(reason === undefined ? {} : { reason }),
    });
    return view(stored);
  }

  @Post(':name/rollback')
  @Needs('admin')
  @HttpCode(200)
  @Reads({ optional: true })
  @ApiOperation({
    summary: 'Go back to the previous champion',
    description:
      'With `ifVersion`, the version to go back from, the request can be sent again after a failure: a rollback from that version is made once, and 409 says that another version is champion by now. Without it, each request goes one version further back.',
  })
  @ApiExample({ ifVersion: 3, reason: 'worse on the March data' }, { required: false })
  @ApiOkResponse({ type: AliasResponse })
  @ApiProblems(400, 409, 415, 503)
  async rollback(
    @Param('name') name: string,
    @Body() { reason, ifVersion }: RollbackRequest,
    @Req() request: FastifyRequest,
  ): Promise<AliasView> {
    const stored = await this.registry.rollback({
      name,
      by: nameOf(request),
      reason: reason ?? 'rolled back through the gateway',
      ...(ifVersion === undefined ? {} : { ifVersion }),
    });
    await this.audit.record(request, 'alias.rollback', `${name}/champion`, {
      version: stored.value.version,
      ...(reason === undefined ? {} : { reason }),
    });
    return view(stored);
  }
}

function view({ revision, value }: Stored<ModelAlias>): AliasView {
  return { ...value, revision };
}
