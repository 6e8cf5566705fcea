import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { WeirError } from '@weir/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../security/access.js';
import { PAGE_CONTENT_SECURITY_POLICY } from '../security/page-policy.js';
import { StaticFolder } from './static-folder.js';
import { WEB_FOLDER } from './web-folder.js';

const SCRIPTS = [
  'app.js',
  'ask.js',
  'element.js',
  'feedback.js',
  'overview.js',
  'site.js',
  'url-text.js',
  'verdict.js',
];
/** The page defangs as the services do: a second spelling of it would drift. */
const DISPLAY_FOLDER = join(dirname(createRequire(import.meta.url).resolve('@weir/url-features')), 'display');

/** The first page and its own files. */
@ApiExcludeController()
@Controller()
export class PageController {
  readonly #pages = new StaticFolder(WEB_FOLDER, ['index.html']);
  readonly #assets = new StaticFolder(WEB_FOLDER, ['style.css', 'favicon.svg', ...SCRIPTS]);
  readonly #display = new StaticFolder(DISPLAY_FOLDER, ['defang.js']);

  @Get()
  @Public()
  page(@Res() reply: FastifyReply): Promise<void> {
    return this.#send(this.#pages, 'index.html', reply);
  }

  @Get('assets/:file')
  @Public()
  asset(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(file === 'defang.js' ? this.#display : this.#assets, file, reply);
  }

  async #send(folder: StaticFolder, name: string, reply: FastifyReply): Promise<void> {
    const file = await folder.read(name);
    if (file === null) throw new WeirError('WEIR_NOT_FOUND', 'There is no such file');
    await reply
      .header('content-security-policy', PAGE_CONTENT_SECURITY_POLICY)
      .header('cache-control', 'no-cache')
      .type(file.type)
      .send(file.bytes);
  }
}
