import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UrlVerdict } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddRouteConfig } from '../http/route-config.js';
import { ApiList, ApiProblems } from '../openapi/decorators.js';
import { Needs } from '../security/access.js';
import { SSE_HEADERS } from '../sse/sse-connection.js';
import { SseConnections } from '../sse/sse-connections.js';
import { ApiEventStream, ApiLastEventId, ApiVerdictFilter } from './feed-decorators.js';
import { RecentVerdictsQuery, VerdictStreamQuery } from './feed-requests.js';
import { RecentVerdictsResponse } from './feed-responses.js';
import { RecentVerdicts, type VerdictPage } from './recent-verdicts.js';
import { StatsListeners } from './stats-listeners.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictFeed } from './verdict-feed.js';
import { verdictBits } from './verdict-filter.js';

@ApiTags('verdicts')
@Controller('v1/verdicts')
export class VerdictFeedController {
  constructor(
    private readonly feed: VerdictFeed,
    private readonly recent: RecentVerdicts,
    private readonly stats: StatsListeners,
    private readonly connections: SseConnections,
  ) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Verdicts of the stream, newest first',
    description: 'Of the last that this gateway has read (WEIR_RECENT_VERDICTS), in the order it read them.',
  })
  @ApiList({ schema: false })
  @ApiVerdictFilter()
  @ApiOkResponse({ type: RecentVerdictsResponse })
  @ApiProblems(400)
  list(@Query() query: RecentVerdictsQuery): Promise<VerdictPage> {
    return this.recent.list(query);
  }

  @Get('stream')
  @Needs('read')
  @AddRouteConfig({ stream: true })
  @ApiOperation({
    summary: 'Verdicts as they are given, as server-sent events',
    description:
      'Each verdict is an event whose data is the verdict; its id resumes on any replica through `Last-Event-ID`. `event: gap` tells that what came between is no longer held, `event: stats` is sent once a second where asked for, `event: end` tells why the stream ends: `slow`, `revoked` or `shutdown`.',
  })
  @ApiEventStream(UrlVerdict)
  @ApiLastEventId()
  @ApiProblems(400, 429, 503)
  stream(
    @Query() query: VerdictStreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const after = resumedFrom(request, query);
    if (request.method === 'HEAD') return void reply.headers(SSE_HEADERS).send();
    const connection = this.connections.open(request, reply, () => this.feed.positionOf(connection));
    const { rate } = query;
    const filter = { verdicts: verdictBits(query.verdict), ...(rate === undefined ? {} : { rate }) };
    this.feed.listen(connection, filter, after);
    if (query.stats === true) this.stats.add(connection);
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'A verdict of the stream by its id, while it is held' })
  @ApiOkResponse({ type: UrlVerdict })
  @ApiProblems(404)
  get(@Param('id') id: string): UrlVerdict {
    const verdict = this.recent.get(id);
    if (verdict === undefined)
      throw new WeirError('WEIR_NOT_FOUND', `There is no verdict ${id.slice(0, 100)} among the recent ones`);
    return verdict;
  }
}

/** Where the listener was; undefined where it begins. An id that is none of this stream's counts as the oldest. */
function resumedFrom(
  { headers }: FastifyRequest,
  { lastEventId }: VerdictStreamQuery,
): StreamPositions | undefined {
  const id = String(headers['last-event-id'] ?? lastEventId ?? '');
  return id === '' ? undefined : (StreamPositions.parse(id) ?? new StreamPositions());
}
