import { createRequire } from 'node:module';
import { decodeFetch } from './fetch-response.js';
import { carriesBatches, encodeProduce, type ProduceArguments } from './produce-request.js';
import { type ProduceAnswer, refusedParts } from './produce-response.js';

const require = createRequire(import.meta.url);
const REQUESTS = 'kafkajs/src/protocol/requests';

/** The first versions with this layout: Kafka 2.3 and 2.1. */
const FETCH_VERSION = 11;
const PRODUCE_VERSION = 7;

/**
 * A consumer with this rack gets a fetch's record batches undecoded; no rack is sent. kafkajs gives a decoder nothing
 * else by which it could tell whose answer it reads.
 */
export const WHOLE_BATCHES_RACK = 'weir:whole-batches';

interface Exchange {
  readonly request: { readonly encode: () => Promise<unknown> };
  readonly response: {
    readonly decode: (payload: Buffer) => Promise<unknown>;
    readonly parse: (answer: never) => Promise<unknown>;
  };
}

type Protocol = (options: never) => Exchange;

interface Definition {
  protocol(version: { readonly version: number }): Protocol;
}

let done = false;

/**
 * Lets kafkajs carry record batches as they are: it codes each record through some ten objects, about 8 µs there and
 * back, and copies a send's records once for each of them. Only clients that ask for it are touched.
 */
export function carryRecordBatches(): void {
  if (done) return;
  done = true;
  const fetch = require(`${REQUESTS}/fetch/index.js`) as Definition;
  const produce = require(`${REQUESTS}/produce/index.js`) as Definition;
  replaceFetch(fetch, fetch.protocol);
  replaceProduce(produce, produce.protocol);
}

function replaceFetch(definition: Definition, protocol: Definition['protocol']): void {
  definition.protocol = ({ version }) => {
    const original = protocol({ version }) as (options: { readonly rackId?: string }) => Exchange;
    return ((options: { readonly rackId?: string }) => {
      if (options.rackId !== WHOLE_BATCHES_RACK) return original(options);
      requireVersion('Fetch', version, FETCH_VERSION, '2.3');
      const exchange = original({ ...options, rackId: '' });
      return { ...exchange, response: { ...exchange.response, decode: decodeFetch } };
    }) as Protocol;
  };
}

function replaceProduce(definition: Definition, protocol: Definition['protocol']): void {
  definition.protocol = ({ version }) => {
    const original = protocol({ version }) as (options: ProduceArguments) => Exchange;
    return ((options: ProduceArguments) => {
      if (!carriesBatches(options)) return original(options);
      requireVersion('Produce', version, PRODUCE_VERSION, '2.1');
      const exchange = original(options);
      const parse = exchange.response.parse as (answer: ProduceAnswer) => Promise<unknown>;
      return {
        request: { ...exchange.request, encode: async () => encodeProduce(options) },
        response: { ...exchange.response, parse: (answer: ProduceAnswer) => refusedParts(answer, parse) },
      };
    }) as Protocol;
  };
}

function requireVersion(name: string, version: number, least: number, kafka: string): void {
  if (version < least)
    throw new Error(
      `the broker speaks ${name} ${version}; Weir needs ${least}, which Kafka ${kafka} brought`,
    );
}
