import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Tagged } from '../http/conditional/tagged.js';
import { negotiate } from '../http/negotiation.js';
import { ApiCard, ApiDownload, ApiProblems } from '../openapi/decorators.js';
import { Needs } from '../security/access.js';
import { DownloadQuery } from './download-query.js';
import { ModelFiles } from './model-files.js';

const CARD_FORMS = ['application/json', 'text/markdown'] as const;

@ApiTags('models')
@Controller('v1/models')
export class ModelFilesController {
  constructor(private readonly files: ModelFiles) {}

  @Get(':name/:version/card')
  @Needs('read')
  @Tagged()
  @ApiOperation({
    summary: "A version's model card, as JSON or as Markdown by Accept",
    description:
      'What the model is, what it was trained on, how it was judged and what not to trust it with. `version` is a number or an alias.',
  })
  @ApiCard()
  @ApiProblems(404, 406, 503)
  async card(
    @Param('name') name: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = negotiate(request.headers.accept, CARD_FORMS);
    const body = await this.files.card(name, version, form === 'text/markdown' ? 'markdown' : 'json');
    await reply.header('vary', 'accept').type(`${form}; charset=utf-8`).send(body);
  }

  @Get(':name/:version/download')
  @Needs('read')
  @Tagged()
  @ApiOperation({
    summary: 'Take a model elsewhere',
    description:
      '`safetensors`: the artifact itself. `onnx`: for ONNX Runtime, preprocessing and calibration included (not for KNN). `ml-random-forest`: JSON for `RandomForestRegression.load`, the probability of the positive class (trees and forests only). 409 names the formats a model can have.',
  })
  @ApiDownload()
  @ApiProblems(400, 404, 409, 503)
  async download(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { format = 'safetensors', missingValues = 'refuse' }: DownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, type, filename } = await this.files.download(name, version, format, { missingValues });
    await reply
      .header('content-disposition', `attachment; filename="${filename}"`)
      .type(type)
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}
