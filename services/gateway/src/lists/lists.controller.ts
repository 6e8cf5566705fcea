import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { LIST_NAMES } from '@weir/contracts';
import { type ListChange, type ListEntry, ListsCatalog, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag } from '../http/conditional/entity-tag.js';
import { ApiPrecondition, preconditionOf } from '../http/conditional/precondition.js';
import { Tagged } from '../http/conditional/tagged.js';
import { PageQuery, pageOptions } from '../http/paging.js';
import { Reads } from '../http/route-rules.js';
import { ApiExample, ApiList, ApiProblems } from '../openapi/decorators.js';
import { ListEntriesResponse, ListEntryResponse } from '../openapi/list-responses.js';
import { Needs } from '../security/access.js';
import { AuditLog } from '../security/audit/audit-log.js';
import { nameOf } from '../security/claimed-name.js';
import { canonicalEntry } from './canonical-entry.js';
import { expiryOf, ListEntryRequest, listNamed } from './list-requests.js';

const ApiListName = () => ApiParam({ name: 'list', enum: [...LIST_NAMES] });
const ApiEntry = () => ApiParam({ name: 'entry', example: 'example.org' });

@ApiTags('lists')
@Controller('v1/lists')
export class ListsController {
  constructor(
    private readonly lists: ListsCatalog,
    private readonly audit: AuditLog,
  ) {}

  @Get(':list')
  @Needs('read')
  @Tagged()
  @ApiOperation({ summary: 'Entries of the allow or deny list, by name' })
  @ApiListName()
  @ApiList({ schema: false })
  @ApiOkResponse({ type: ListEntriesResponse })
  @ApiProblems(400, 503)
  async page(
    @Param('list') list: string,
    @Query() query: PageQuery,
  ): Promise<{ entries: readonly ListEntry[]; next: string | null }> {
    const { items, next } = await this.lists.page(listNamed(list), pageOptions(query));
    return { entries: items, next };
  }

  @Get(':list/:entry')
  @Needs('read')
  @Tagged()
  @ApiOperation({ summary: 'One entry: who listed it, why, until when' })
  @ApiListName()
  @ApiEntry()
  @ApiOkResponse({ type: ListEntryResponse })
  @ApiProblems(400, 404, 503)
  async get(
    @Param('list') name: string,
    @Param('entry') text: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListEntry> {
    const key = keyOf(name, text);
    const listed = (await this.lists.get(key)) ?? refuseUnknown(key);
    reply.header('etag', tagOf(listed));
    return listed;
  }

  @Put(':list/:entry')
  @Needs('admin')
  @Reads({ optional: true })
  @ApiOperation({
    summary: 'List a host or registrable domain, in place of the entry there is',
    description:
      'Verdicts on the host and on what lies below it are `malicious` (deny) or `safe` (allow) within a second, whatever the model says. The most specific entry decides; of two for the same host the deny list’s.',
  })
  @ApiListName()
  @ApiEntry()
  @ApiPrecondition()
  @ApiExample(
    { reason: 'sign-in page of a campaign', expiresAt: '2030-01-01T00:00:00Z' },
    { required: false },
  )
  @ApiOkResponse({ type: ListEntryResponse })
  @ApiProblems(400, 412, 415, 503)
  async put(
    @Param('list') name: string,
    @Param('entry') text: string,
    @Body() { reason, by, expiresAt }: ListEntryRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListEntry> {
    const now = Date.now();
    const expiry = expiryOf(expiresAt, now);
    const entry = {
      ...keyOf(name, text),
      ...(reason === undefined ? {} : { reason }),
      by: nameOf(request, by),
      ...(expiry === undefined ? {} : { expiresAt: expiry }),
      at: new Date(now).toISOString(),
    };
    const listed = await this.lists.put(entry, changeOf(request));
    reply.header('etag', tagOf(listed));
    await this.audit.record(request, 'list.put', subjectOf(listed), {
      ...(reason === undefined ? {} : { reason }),
      ...(expiry === undefined ? {} : { expiresAt: expiry }),
    });
    return listed;
  }

  @Delete(':list/:entry')
  @Needs('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an entry off its list' })
  @ApiListName()
  @ApiEntry()
  @ApiPrecondition()
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 412, 503)
  async remove(
    @Param('list') name: string,
    @Param('entry') text: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const key = keyOf(name, text);
    if (!(await this.lists.remove(key, nameOf(request), changeOf(request)))) refuseUnknown(key);
    await this.audit.record(request, 'list.remove', subjectOf(key));
  }
}

function keyOf(name: string, text: string): Pick<ListEntry, 'list' | 'entry'> {
  const list = listNamed(name);
  return { list, entry: canonicalEntry(list, text) };
}

/** Of its members, among them when it was listed: an entry that is taken off and listed again has another tag. */
function tagOf(entry: ListEntry): string {
  return entityTag(JSON.stringify(entry));
}

function changeOf(request: FastifyRequest): ListChange {
  const precondition = preconditionOf(request);
  if (precondition === undefined) return {};
  return { onlyIf: (current) => precondition(current === null ? null : tagOf(current)) };
}

function subjectOf({ list, entry }: Pick<ListEntry, 'list' | 'entry'>): string {
  return `${list}/${entry}`;
}

function refuseUnknown({ list, entry }: Pick<ListEntry, 'list' | 'entry'>): never {
  throw new WeirError('WEIR_NOT_FOUND', `"${entry}" is not on the ${list} list`);
}
