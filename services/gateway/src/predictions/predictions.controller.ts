import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { negotiate } from '../http/negotiation.js';
import { MEBIBYTE, Reads, STREAMED_TYPES } from '../http/route-rules.js';
import { ApiPredictions, ApiProblems } from '../openapi/decorators.js';
import { Needs } from '../security/access.js';
import { PAGE_CONTENT_SECURITY_POLICY } from '../security/page-policy.js';
import { OUTPUT_TYPES, type OutputType } from './output/index.js';
import { PredictionsService, type SentAnswer } from './predictions.service.js';

/** JSON is parsed whole: more of it would hold up everybody else for seconds. CSV streams, and has no such bound. */
const JSON_BYTES = 16 * MEBIBYTE;

export const PREDICTION_TYPES = ['application/json', 'multipart/form-data', ...STREAMED_TYPES] as const;

/** Sends predictions in the type chosen. */
export async function sendPredictions(
  reply: FastifyReply,
  type: OutputType,
  { body, length }: SentAnswer,
): Promise<void> {
  if (type === 'text/html') reply.header('content-security-policy', PAGE_CONTENT_SECURITY_POLICY);
  if (length !== undefined) reply.header('content-length', length);
  await reply.header('vary', 'accept').type(`${type}; charset=utf-8`).send(body);
}

@ApiTags('predictions')
@Controller('v1/predictions')
export class PredictionsController {
  constructor(private readonly predictions: PredictionsService) {}

  @Post(':schema')
  @Needs('predict')
  @HttpCode(200)
  @Reads({ types: PREDICTION_TYPES, limit: JSON_BYTES })
  @ApiOperation({
    summary: 'Predict rows of a feature schema',
    description:
      "Row objects as JSON, a CSV body or a multipart upload; the answer's form follows Accept. Every row is checked and predicted before the answer begins: what is wrong, in the last row too, is a problem document that names the bad rows, up to a hundred. A CSV may be gzip. `null`, an empty cell and `?` are missing values.",
  })
  @ApiPredictions()
  @ApiProblems(400, 404, 406, 413, 415, 422, 503)
  async predict(
    @Param('schema') schema: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = negotiate(request.headers.accept, OUTPUT_TYPES);
    await sendPredictions(reply, type, await this.predictions.predict(schema, request, type));
  }
}
