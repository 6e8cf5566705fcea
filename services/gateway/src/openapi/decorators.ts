import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { VERSION_OR_ALIAS } from '../models/compare-query.js';
import { FORMATS } from '../models/download-format.js';
import { problemExample } from './problem-responses.js';

const PROBLEM = { $ref: '#/components/schemas/ProblemResponse' };
const FILE = {
  type: 'object' as const,
  properties: { file: { type: 'string' as const, format: 'binary' }, schema: { type: 'string' as const } },
  required: ['file'],
};
const CSV = { type: 'string' as const, description: 'A header line, then rows' };
const ref = (name: string) => ({ $ref: getSchemaPath(name) });

/** The statuses a route fails with, each a problem document. */
export function ApiProblems(...statuses: readonly number[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) => {
      const { description, example } = problemExample(status);
      const content = { 'application/problem+json': { schema: PROBLEM, example } };
      return ApiResponse({ status, description, content });
    }),
  );
}

/** An example of the JSON body, which must be there unless told otherwise. */
export function ApiExample(
  value: object,
  { required = true }: { readonly required?: boolean } = {},
): MethodDecorator {
  return (target, property, descriptor) => {
    const types = Reflect.getMetadata('design:paramtypes', target, property) as readonly { name: string }[];
    const type = types.find(({ name }) => name.endsWith('Request'));
    if (type === undefined) throw new TypeError(`${String(property)} has no request class`);
    ApiBody({ required, schema: ref(type.name), examples: { typical: { value } } } as never)(
      target,
      property,
      descriptor,
    );
  };
}

/** `?limit=&cursor=` and, unless told otherwise, `?schema=`. */
export function ApiList({ schema = true }: { readonly schema?: boolean } = {}): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
    }),
    ApiQuery({ name: 'cursor', required: false, type: String, description: '`next` of the page before' }),
    ...(schema ? [ApiQuery({ name: 'schema', required: false, type: String })] : []),
  );
}

/** A version's number or an alias, in the query. */
export function ApiVersionQuery(name: string, example: string): MethodDecorator {
  const schema = { type: 'string' as const, pattern: VERSION_OR_ALIAS.source };
  return ApiQuery({ name, required: true, schema, example });
}

/** A file as the body or in a multipart one, or JSON of the class named. */
export function ApiUpload(json: string): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'schema', required: false, type: String, example: 'uci-30' }),
    ApiConsumes('application/json', 'multipart/form-data', 'text/csv'),
    ApiBody({ schema: { oneOf: [ref(json), FILE, CSV] } }),
  );
}

const ANSWER = { schema: ref('PredictionsAnswer') };
const TEXT = { schema: { type: 'string' as const } };

export function ApiPredictions(): MethodDecorator {
  return applyDecorators(
    ApiParam({ name: 'schema', example: 'uci-30' }),
    ApiConsumes('application/json', 'multipart/form-data', 'text/csv'),
    ApiBody({
      schema: { oneOf: [{ type: 'array', items: { type: 'object' } }, { type: 'object' }, FILE, CSV] },
    }),
    ApiResponse({
      status: 200,
      description: 'Predictions in the order of the rows',
      content: { 'application/json': ANSWER, 'text/csv': TEXT, 'text/html': TEXT },
    }),
  );
}

export function ApiClassicPrediction(): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'schema', required: false, type: String, example: 'uci-30' }),
    ApiConsumes('multipart/form-data', 'text/csv'),
    ApiBody({ schema: { oneOf: [FILE, CSV] } }),
    ApiProduces('text/html'),
    ApiResponse({ status: 200, description: 'A page with the table', content: { 'text/html': TEXT } }),
  );
}

export function ApiReport(): MethodDecorator {
  const content = { 'application/json': { schema: { type: 'object' as const } }, 'text/html': TEXT };
  return ApiResponse({ status: 200, description: 'The report', content });
}

export function ApiCard(): MethodDecorator {
  const content = { 'application/json': { schema: ref('ModelCardResponse') }, 'text/markdown': TEXT };
  return ApiResponse({ status: 200, description: 'The card', content });
}

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
      content: { 'application/octet-stream': file, 'application/json': { schema: { type: 'object' } } },
    }),
  );
}
