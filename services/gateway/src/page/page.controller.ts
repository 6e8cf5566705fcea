import { join } from 'node:path';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../security/access.js';
import { PAGE_CONTENT_SECURITY_POLICY } from '../security/page-policy.js';
import { BuiltPage } from './built-page.js';
import { EncodedFiles } from './encoded-file.js';
import { PAGE_PATHS } from './page-paths.js';
import { type StaticFile, StaticFolder } from './static-folder.js';
import { BUILT_FOLDER, PUBLIC_FOLDER } from './web-folder.js';

const ALWAYS_ASKED = 'no-cache';
/** A year: under a hashed name stands the same for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The page and its own files. */
@ApiExcludeController()
@Controller()
export class PageController {
  readonly #built = new BuiltPage(BUILT_FOLDER);
  readonly #assets = new StaticFolder(join(PUBLIC_FOLDER, 'assets'), [
    'style.css',
    'favicon.svg',
    'theme.js',
  ]);
  readonly #encoded = new EncodedFiles();

  @Get([...PAGE_PATHS])
  @Public()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#send(await this.#built.document(), ALWAYS_ASKED, request, reply);
  }

  @Get('assets/:file')
  @Public()
  async asset(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = await this.#assets.read(name);
    const file = own ?? (await this.#built.asset(name));
    if (file === null) throw new WeirError('WEIR_NOT_FOUND', 'There is no such file');
    await this.#send(file, own === null ? FOR_EVER : ALWAYS_ASKED, request, reply);
  }

  async #send(
    file: StaticFile,
    caching: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { type, encoding, bytes } = await this.#encoded.encoded(file, request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    await reply
      .header('content-security-policy', PAGE_CONTENT_SECURITY_POLICY)
      .header('cache-control', caching)
      .header('vary', 'accept-encoding')
      .type(type)
      .send(bytes);
  }
}
