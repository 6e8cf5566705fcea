import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { asyncApiDocument } from '@weir/contracts';
import { CONFIG, Environment, WeirError } from '@weir/platform';
import type { FastifyReply } from 'fastify';
import { StaticFolder } from '../page/static-folder.js';
import { PUBLIC_FOLDER } from '../page/web-folder.js';
import { Public } from '../security/access.js';
import { DOCS_CONTENT_SECURITY_POLICY } from '../security/page-policy.js';
import { API_VERSION } from './document.js';
import { DocumentHolder } from './document-holder.js';

const SWAGGER_FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const SWAGGER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The interface's own description, and Swagger UI over it, with no file from anywhere else. */
@ApiExcludeController()
@Controller()
export class DocumentsController {
  readonly #swagger = new StaticFolder(SWAGGER_FOLDER, SWAGGER_FILES);
  readonly #web = new StaticFolder(join(PUBLIC_FOLDER, 'docs'), ['docs.html', 'docs.js']);
  readonly #asyncApi: object;

  constructor(
    private readonly openApi: DocumentHolder,
    @Inject(CONFIG) environment: Environment,
  ) {
    const [broker] = environment.bus === 'kafka' ? environment.kafkaBrokers : [];
    this.#asyncApi = asyncApiDocument({ version: API_VERSION, ...(broker === undefined ? {} : { broker }) });
  }

  @Get('openapi.json')
  @Public()
  getOpenApi(): object {
    return this.openApi.document;
  }

  @Get('asyncapi.json')
  @Public()
  getAsyncApi(): object {
    return this.#asyncApi;
  }

  @Get('docs')
  @Public()
  page(@Res() reply: FastifyReply): Promise<void> {
    return this.#send('docs.html', reply);
  }

  @Get('docs/:file')
  @Public()
  file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(file, reply);
  }

  async #send(name: string, reply: FastifyReply): Promise<void> {
    const file = (await this.#web.read(name)) ?? (await this.#swagger.read(name));
    if (file === null) throw new WeirError('WEIR_NOT_FOUND', 'There is no such file');
    await reply
      .header('content-security-policy', DOCS_CONTENT_SECURITY_POLICY)
      .header('cache-control', 'public, max-age=3600')
      .type(file.type)
      .send(file.bytes);
  }
}
