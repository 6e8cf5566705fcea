import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { VERDICTS } from '@weir/contracts';

const VERDICT = {
  name: 'verdict',
  required: false,
  description: 'One or more, repeated or with commas between',
  schema: { type: 'array' as const, items: { type: 'string' as const, enum: [...VERDICTS] } },
  style: 'form' as const,
  explode: false,
};
const text = (maxLength: number) => ({ type: 'string' as const, minLength: 1, maxLength });

export function ApiVerdictFilter(): MethodDecorator {
  return applyDecorators(
    ApiQuery(VERDICT),
    ApiQuery({
      name: 'host',
      required: false,
      schema: text(255),
      description: 'A host or a registrable domain',
      example: 'example.org',
    }),
    ApiQuery({
      name: 'model',
      required: false,
      schema: text(255),
      description: '`name` or `name/version`',
      example: 'url/3',
    }),
    ApiQuery({ name: 'q', required: false, schema: text(1_024), description: 'Stands somewhere in the URL' }),
  );
}

/** A stream of events whose data is of the class. */
export function ApiEventStream(data: { readonly name: string }): MethodDecorator {
  return ApiResponse({
    status: 200,
    description: `Server-sent events; the data of each without a name is a ${data.name}`,
    content: {
      'text/event-stream': { schema: { type: 'string', 'x-event-data': getSchemaPath(data.name) } as object },
    },
  });
}

/** `Last-Event-ID` and the query of the stream of verdicts. */
export function ApiLastEventId(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'Resumes after this event',
      schema: { type: 'string' },
    }),
    ApiQuery({
      name: 'lastEventId',
      required: false,
      schema: { type: 'string', maxLength: 12_000 },
      description: 'In place of the header',
    }),
    ApiQuery(VERDICT),
    ApiQuery({
      name: 'rate',
      required: false,
      description: 'Most verdicts a second: an even sample. A second’s worth may come at once.',
      schema: { type: 'integer', minimum: 1, maximum: 10_000 },
      example: 50,
    }),
    ApiQuery({
      name: 'stats',
      required: false,
      description: '`event: stats` once a second',
      schema: { type: 'boolean', default: false },
    }),
  );
}
