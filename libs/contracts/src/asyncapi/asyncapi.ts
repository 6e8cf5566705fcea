import type { ClassConstructor } from 'class-transformer';
import { classesBelow, classSchema, type JsonSchema } from '../json-schema/index.js';
import { TOPICS, type TopicSpec } from '../topics/topics.js';
import { messageOf } from './message.js';
import { PAYLOADS } from './payloads.js';

/** Topics that clients may write; Weir writes the others. */
const WRITTEN_BY_CLIENTS: readonly (keyof typeof TOPICS)[] = ['urlsSubmitted', 'urlsFeedback'];

export interface AsyncApiOptions {
  readonly version: string;
  /** Brokers to name as the server: `broker:9092`. */
  readonly broker?: string;
}

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly defaultContentType: string;
  readonly servers?: Readonly<Record<string, unknown>>;
  readonly channels: Readonly<Record<string, unknown>>;
  readonly operations: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The AsyncAPI 3.0 description of every topic, made from {@link TOPICS} and the event classes' own rules. */
export function asyncApiDocument({ version, broker }: AsyncApiOptions): AsyncApiDocument {
  const names = Object.keys(TOPICS) as (keyof typeof TOPICS)[];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Weir',
      version,
      description: 'Publish URLs to urls.submitted, read verdicts from urls.verdicts.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    ...(broker === undefined ? {} : { servers: { kafka: { host: broker, protocol: 'kafka' } } }),
    channels: Object.fromEntries(names.map((name) => [name, channelOf(TOPICS[name], PAYLOADS[name])])),
    operations: Object.fromEntries(names.map((name) => operationOf(name))),
    components: { schemas: eventSchemas() },
  };
}

function channelOf(topic: TopicSpec, payload: ClassConstructor<object> | null): object {
  return {
    address: topic.name,
    description: `${topic.description}. Key: ${topic.key}.`,
    messages: { record: messageOf(topic, payload) },
    bindings: { kafka: { topic: topic.name, partitions: topic.partitions, ...topicConfiguration(topic) } },
  };
}

function topicConfiguration(topic: TopicSpec): object {
  return {
    topicConfiguration: {
      'cleanup.policy': [topic.cleanup],
      'retention.ms': topic.retentionMs ?? -1,
      ...(topic.maxMessageBytes === undefined ? {} : { 'max.message.bytes': topic.maxMessageBytes }),
    },
    bindingVersion: '0.5.0',
  };
}

/** Operations are Weir's own, as AsyncAPI 3 wants them: it receives what clients write. */
function operationOf(name: keyof typeof TOPICS): [string, object] {
  const receives = WRITTEN_BY_CLIENTS.includes(name);
  return [
    `${receives ? 'receive' : 'send'}${name[0]?.toUpperCase()}${name.slice(1)}`,
    { action: receives ? 'receive' : 'send', channel: { $ref: `#/channels/${name}` } },
  ];
}

function eventSchemas(): Record<string, JsonSchema> {
  const roots = Object.values(PAYLOADS).filter((each) => each !== null);
  const options = { refPrefix: '#/components/schemas/' };
  return Object.fromEntries(
    [...classesBelow(roots)].map(([name, type]) => [name, classSchema(type, options)]),
  );
}
