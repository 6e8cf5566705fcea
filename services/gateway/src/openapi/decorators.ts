import { applyDecorators } from '@nestjs/common';
import { ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { VERSION_OR_ALIAS } from '../models/compare-query.js';
import { FORMATS } from '../models/download-format.js';
import { ApiBodies, csvBodies, jsonBody, ROW_EXAMPLE, uploadBodies } from './bodies.js';
import { problemResponse } from './problem-responses.js';

const ref = (name: string) => ({ $ref: getSchemaPath(name) });

/** The statuses a route fails with, each a problem document. */
export function ApiProblems(...statuses: readonly number[]): MethodDecorator {
  return applyDecorators(...statuses.map((status) => ApiResponse({ status, ...problemResponse(status) })));
}

/** An example of the JSON body, which must be there unless told otherwise. */
export function ApiExample(
  value: object,
  { required = true }: { readonly required?: boolean } = {},
): MethodDecorator {
  return (target, property, descriptor) => {
    const types = Reflect.getMetadata('design:paramtypes', target, property) as readonly { name: string }[];
    const type = types.find(({ name }) => name.endsWith('Request') && name !== 'FastifyRequest');
    if (type === undefined) throw new TypeError(`${String(property)} has no request class`);
    ApiBodies({ required, content: jsonBody(type.name, value) })(target, property, descriptor);
  };
}

/** A feature schema's name, in the query. */
const ApiSchemaQuery = () =>
  ApiQuery({
    name: 'schema',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 100, examples: ['uci-30'] },
  });

/** `?limit=&cursor=` and, unless told otherwise, `?schema=`. */
export function ApiList({ schema = true }: { readonly schema?: boolean } = {}): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      description: '`next` of the page before',
      schema: { type: 'string', minLength: 1, maxLength: 512 },
    }),
    ...(schema ? [ApiSchemaQuery()] : []),
  );
}

/** A version's number or an alias, in the query. */
export function ApiVersionQuery(name: string, example: string): MethodDecorator {
  const schema = { type: 'string' as const, pattern: VERSION_OR_ALIAS.source, examples: [example] };
  return ApiQuery({ name, required: true, schema });
}

/** Rows as the body or in a multipart one, or JSON of the class named. */
export function ApiUpload(
  json: string,
  example: object,
  { required = true }: { readonly required?: boolean } = {},
): MethodDecorator {
  const content = { ...jsonBody(json, example), ...uploadBodies() };
  return applyDecorators(ApiSchemaQuery(), ApiBodies({ required, content }));
}

const ANSWER = { schema: ref('PredictionsAnswer') };
const TEXT = { type: 'string' as const };
const PAGE = { schema: TEXT, example: '<!doctype html><title>Predictions</title>…' };
const ROW = {
  type: 'object',
  description: 'Values by column; null, an empty text and `?` are missing',
  additionalProperties: { type: ['number', 'string', 'null'] },
};

export function ApiPredictions(): MethodDecorator {
  const rows = { oneOf: [{ type: 'array', minItems: 1, items: ROW }, ROW] };
  return applyDecorators(
    ApiBodies({
      required: true,
      content: { 'application/json': { schema: rows, example: [ROW_EXAMPLE] }, ...csvBodies() },
    }),
    ApiPredictionsAnswer(),
  );
}

export function ApiPredictionsAnswer(): MethodDecorator {
  return ApiResponse({
    status: 200,
    description: 'Predictions in the order of the rows',
    content: {
      'application/json': ANSWER,
      'text/csv': {
        schema: TEXT,
        example: 'having_IP_Address,prediction,verdict,probability\n-1,-1,malicious,0.94\n',
      },
      'text/html': PAGE,
    },
  });
}

export function ApiClassicPrediction(): MethodDecorator {
  return applyDecorators(
    ApiSchemaQuery(),
    ApiBodies({ required: true, content: csvBodies() }),
    ApiResponse({ status: 200, description: 'A page with the table', content: { 'text/html': PAGE } }),
  );
}

export function ApiReport(): MethodDecorator {
  const html = { schema: TEXT, example: '<!doctype html><title>Validation report</title>…' };
  const content = { 'application/json': { schema: ref('ValidationReportResponse') }, 'text/html': html };
  return ApiResponse({ status: 200, description: 'The report', content });
}

export function ApiCard(): MethodDecorator {
  const markdown = { schema: TEXT, example: '# Model card: uci-30' };
  const content = { 'application/json': { schema: ref('ModelCardResponse') }, 'text/markdown': markdown };
  return ApiResponse({ status: 200, description: 'The card', content });
}

const ML_FOREST = {
  schema: { type: 'object' as const, description: 'With `ml-random-forest`', additionalProperties: true },
  example: { name: 'RFRegression', baseModel: {} },
};

export function ApiDownload(): MethodDecorator {
  const file = { schema: { type: 'string' as const, format: 'binary' } };
  return applyDecorators(
    ApiQuery({
      name: 'format',
      required: false,
      schema: { type: 'string', enum: [...FORMATS], default: 'safetensors' },
    }),
    ApiQuery({
      name: 'missingValues',
      required: false,
      description: 'With `onnx`: whether column means may stand for missing values',
      schema: { type: 'string', enum: ['refuse', 'mean'], default: 'refuse' },
    }),
    ApiResponse({
      status: 200,
      description: 'The model',
      content: { 'application/octet-stream': file, 'application/json': ML_FOREST },
    }),
  );
}
