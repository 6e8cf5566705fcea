import type { ClassConstructor } from 'class-transformer';
import type { JsonSchema } from '../json-schema/index.js';
import type { TopicSpec } from '../topics/topics.js';

const SCHEMAS = '#/components/schemas/';

/** One AsyncAPI message of a topic: CloudEvents headers, a JSON value of the class, or bytes. */
export function messageOf(topic: TopicSpec, payload: ClassConstructor<object> | null): object {
  return {
    name: topic.eventType,
    title: topic.description,
    contentType: payload === null ? 'application/octet-stream' : 'application/json',
    headers: payload === null ? rejectedHeaders() : cloudEventHeaderSchema(topic),
    payload: payload === null ? {} : valueSchema(topic, payload),
    bindings: { kafka: { key: { type: 'string', description: topic.key }, bindingVersion: '0.5.0' } },
  };
}

function valueSchema(topic: TopicSpec, payload: ClassConstructor<object>): JsonSchema {
  const value = { $ref: `${SCHEMAS}${payload.name}` };
  if (topic.name !== 'urls.submitted') return value;
  return { oneOf: [value, { type: 'string', description: 'The bare URL as text' }] };
}

function cloudEventHeaderSchema(topic: TopicSpec): JsonSchema {
  return {
    type: 'object',
    description: 'CloudEvents 1.0, Kafka protocol binding, binary mode; records without them are accepted',
    properties: {
      ce_specversion: { type: 'string', enum: ['1.0'] },
      ce_id: { type: 'string' },
      ce_type: { type: 'string', enum: [topic.eventType] },
      ce_source: { type: 'string' },
      ce_time: { type: 'string', format: 'date-time' },
      'content-type': { type: 'string', enum: ['application/json'] },
      traceparent: { type: 'string', description: 'W3C Trace Context' },
    },
  };
}

function rejectedHeaders(): JsonSchema {
  return {
    type: 'object',
    properties: {
      error: { type: 'string', description: 'Why the record was refused' },
      topic: { type: 'string' },
      partition: { type: 'string' },
      offset: { type: 'string' },
    },
    required: ['error', 'topic', 'partition', 'offset'],
  };
}
