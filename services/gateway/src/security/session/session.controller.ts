import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isWeirError, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reads } from '../../http/route-rules.js';
import { ApiExample, ApiProblems } from '../../openapi/decorators.js';
import { Public } from '../access.js';
import { challenge, forgeryOf } from '../access-guard.js';
import { Authenticator } from '../authenticator.js';
import { KeyRing } from '../keys/key-ring.js';
import { ANONYMOUS, type Principal } from '../principal.js';
import { csrfTokenOf } from './csrf.js';
import { sessionCookie, sessionIdOf } from './session-cookie.js';
import { SessionRequest, SessionResponse } from './session-requests.js';
import { type Session, Sessions } from './sessions.js';

/** A key and its name; anybody may send it. */
const MOST_BYTES = 4_096;

/** The page's sign-in: a key, exchanged for a cookie that no script can read. */
@ApiTags('session')
@Controller('v1/session')
export class SessionController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly ring: KeyRing,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Who asks, and what they may do: by key, by session, or without either' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems(401, 503)
  async get(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    reply.header('cache-control', 'no-store');
    const found = await this.authenticator.identify(request);
    // A session that has ended is no failure here: the page asks in order to know.
    if (isWeirError(found, 'WEIR_KEY_REQUIRED')) return view(ANONYMOUS);
    if (found instanceof WeirError) {
      challenge(reply, found);
      throw found;
    }
    if (found.kind !== 'session') return view(found);
    const id = sessionIdOf(request.headers.cookie) ?? '';
    const session = await this.sessions.find(id);
    return session === null ? view(ANONYMOUS) : view(found, { id, session });
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Reads({ limit: MOST_BYTES })
  @ApiOperation({
    summary: 'Sign in with a key: sets the cookie `weir_session`',
    description:
      'The session ends after WEIR_SESSION_HOURS, and with its key. With the cookie every change needs the answer’s `csrfToken` as `X-CSRF-Token`.',
  })
  @ApiExample({ key: 'weir_0199c0ffee0a7b1c8d2e_…' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems(400, 401, 403, 415, 503)
  async open(
    @Body() { key }: SessionRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    reply.header('cache-control', 'no-store');
    const keyId = this.ring.holderOf(key)?.keyId;
    const principal = keyId === undefined ? null : this.ring.sessionOf(keyId);
    if (keyId === undefined || principal === null) {
      const refusal = new WeirError('WEIR_KEY_REFUSED', 'The key is unknown, revoked or has run out');
      challenge(reply, refusal);
      throw refusal;
    }
    const before = sessionIdOf(request.headers.cookie);
    if (before !== null) await this.sessions.end(before);
    const opened = await this.sessions.open(keyId);
    const seconds = Math.max(1, Math.floor((Date.parse(opened.session.expiresAt) - Date.now()) / 1_000));
    setCookie(request, reply, opened.id, seconds);
    return view(principal, opened);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  @ApiProblems(403, 503)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const id = sessionIdOf(request.headers.cookie);
    if (id === null) return;
    const isOpen = (await this.sessions.find(id)) !== null;
    const forgery = isOpen ? forgeryOf(request) : undefined;
    if (forgery !== undefined) throw forgery;
    await this.sessions.end(id);
    setCookie(request, reply, '', 0);
  }
}

function setCookie(request: FastifyRequest, reply: FastifyReply, id: string, seconds: number): void {
  reply.header('set-cookie', sessionCookie(id, { seconds, isSecure: request.protocol === 'https' }));
}

function view(
  { kind, name, scopes }: Principal,
  opened?: { readonly id: string; readonly session: Session },
): SessionResponse {
  return {
    kind,
    name,
    scopes: [...scopes],
    ...(opened === undefined
      ? {}
      : { csrfToken: csrfTokenOf(opened.id), expiresAt: opened.session.expiresAt }),
  };
}
