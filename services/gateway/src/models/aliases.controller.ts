import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isWeirError, type ModelAlias, ModelRegistry, type Stored, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiPrecondition, preconditionFailed, preconditionOf } from '../http/conditional/precondition.js';
import { Tagged } from '../http/conditional/tagged.js';
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

  @Get(':name/aliases/:alias')
  @Needs('read')
  @Tagged()
  @ApiOperation({ summary: 'Where an alias points, since when and why' })
  @ApiOkResponse({ type: AliasResponse })
  @ApiProblems(404, 503)
  async get(
    @Param('name') name: string,
    @Param('alias') alias: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AliasView> {
    const stored = await this.registry.alias(name, alias);
    if (stored === null) {
      const asked = `${name.slice(0, 100)}/${alias.slice(0, 100)}`;
      throw new WeirError('WEIR_NOT_FOUND', `There is no alias ${asked}`);
    }
    return tagged(reply, stored);
  }

  @Put(':name/aliases/:alias')
  @Needs('admin')
  @Reads()
  @ApiOperation({ summary: 'Point an alias at a version: promote it to champion' })
  @ApiPrecondition()
  @ApiExample({ version: 2, reason: 'better on the March data' })
  @ApiOkResponse({ type: AliasResponse })
  @ApiProblems(400, 409, 412, 415, 503)
  async move(
    @Param('name') name: string,
    @Param('alias') alias: string,
    @Body() { version, reason, ifRevision }: AliasRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AliasView> {
    if (!ALIAS.test(alias)) {
      const rule = 'an alias is a lower-case word of letters, digits and hyphens';
      throw invalidRequest([issue('alias', 'matches', rule)]);
    }
    const seen = await this.#seenRevision(request, name, alias);
    const revision = ifRevision ?? seen;
    const stored = await this.registry
      .move({
        name,
        alias,
        version,
        by: nameOf(request),
        reason: reason ?? 'set through the gateway',
        ...(revision === undefined ? {} : { ifRevision: revision }),
      })
      .catch((error: unknown) => {
        // Moved between the look and the move: to who sent an entity tag that is the same.
        const isRaced = isWeirError(error, 'WEIR_DOCUMENT_CONFLICT') && ifRevision === undefined;
        throw isRaced && seen !== undefined ? preconditionFailed(`${name}/${alias}`) : error;
      });
    await this.audit.record(request, 'alias.move', `${name}/${alias}`, {
      version,
      ...(reason === undefined ? {} : { reason }),
    });
    return tagged(reply, stored);
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
  @ApiExample({ ifVersion: 2, reason: 'worse on the March data' }, { required: false })
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

  /** The revision at which the request's preconditions hold; undefined where it has none. */
  async #seenRevision(request: FastifyRequest, name: string, alias: string): Promise<number | undefined> {
    const precondition = preconditionOf(request);
    if (precondition === undefined) return undefined;
    const current = await this.registry.alias(name, alias);
    if (!precondition(current === null ? null : tagOf(current))) throw preconditionFailed(`${name}/${alias}`);
    return current?.revision ?? 0;
  }
}

/** With the entity tag that `If-Match` takes. */
function tagged(reply: FastifyReply, stored: Stored<ModelAlias>): AliasView {
  reply.header('etag', tagOf(stored));
  return view(stored);
}

/** An alias is never deleted, so that its revisions never repeat. */
function tagOf({ revision }: Stored<ModelAlias>): string {
  return `"r${revision}"`;
}

function view({ revision, value }: Stored<ModelAlias>): AliasView {
  return { ...value, revision };
}
