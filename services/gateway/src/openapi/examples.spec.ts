import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { seedGateway } from '../testing/seed-gateway.js';
import type { ApiDocument, ApiOperation, Media } from './testing/api-document.js';
import { type ExampleCall, exampleCalls } from './testing/example-calls.js';

/** What an example cannot name: a key that somebody holds, a job that is under way. Each answers as it documents. */
const NOT_THERE: Readonly<Record<string, number>> = {
  Session_open: 401,
  Keys_revoke: 404,
  Jobs_get: 404,
  Jobs_result: 404,
  Jobs_delete: 404,
};

let gateway: GatewayUnderTest;
let document: ApiDocument;
let ajv: Ajv2020;
beforeAll(async () => {
  gateway = await startGateway();
  await seedGateway(gateway);
  document = (await gateway.call('GET', '/openapi.json')).json;
  ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...document, $id: 'document' });
});
afterAll(() => gateway.close());

/** References stand in the document. */
function faultsOf({ schema = false }: Media, value: unknown): readonly ErrorObject[] {
  const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
  const check = ajv.compile(JSON.parse(text));
  return check(JSON.parse(JSON.stringify(value))) ? [] : (check.errors ?? []);
}

const operations = (): ApiOperation[] => Object.values(document.paths).flatMap((item) => Object.values(item));

const isStream = (operation: ApiOperation) =>
  'text/event-stream' in (operation.responses['200']?.content ?? {});

describe('every operation', () => {
  it('has a name of its own, a summary and tags', () => {
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const bare = operations().filter(({ summary, tags }) => !summary || !tags?.length);
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('says how it refuses: with problem documents, 429 and 503 that say when to come again', () => {
    for (const { operationId, responses, tags } of operations()) {
      if (tags?.includes('health')) continue;
      const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      for (const [status, { content }] of problems)
        expect([operationId, status, Object.keys(content ?? {})]).toEqual([
          operationId,
          status,
          ['application/problem+json'],
        ]);
      for (const status of ['429', '503'])
        expect([operationId, Object.keys(responses[status]?.headers ?? {})]).toEqual([
          operationId,
          expect.arrayContaining(['Retry-After']),
        ]);
    }
  });

  it('has an example of each body and answer that its schema holds', () => {
    const faults: unknown[] = [];
    for (const operation of operations()) {
      const bodies = Object.entries(operation.requestBody?.content ?? {});
      const answers = Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content).map(([type, media]) => [`${status} ${type}`, media] as const),
      );
      for (const [name, media] of [...bodies, ...answers]) {
        if (isBinary(media) || isStream(operation)) continue;
        const found = media.example === undefined ? ['no example'] : faultsOf(media, media.example);
        if (found.length > 0) faults.push({ operation: operation.operationId, name, found });
      }
    }
    expect(faults).toEqual([]);
  });

  it('has parameters with schemas that their examples keep', () => {
    const faults = operations().flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter(({ schema, example, required }) =>
          example === undefined ? required : faultsOf({ schema: schema ?? false }, example).length > 0,
        )
        .map(({ name }) => `${operationId}: ${name}`),
    );
    expect(faults).toEqual([]);
  });
});

function isBinary({ schema }: Media): boolean {
  return (schema as { readonly format?: string } | undefined)?.format === 'binary';
}

describe('examples, sent to the gateway', () => {
  it('are answered as they are documented, in every form', async () => {
    const faults: unknown[] = [];
    for (const call of exampleCalls(document, (operation) => !isStream(operation))) {
      const fault = await faultOf(call);
      if (fault !== null) faults.push({ call: `${call.method} ${call.path}`, type: call.type, fault });
    }
    expect(faults).toEqual([]);
  });
});

async function faultOf({ operation, method, path, accept, ...call }: ExampleCall): Promise<unknown> {
  const headers = { accept, ...(call.type === undefined ? {} : { 'content-type': call.type }) };
  const { status, headers: answered, text, json } = await gateway.call(method, path, call.body, headers);
  const expected = NOT_THERE[operation.operationId];
  const isWanted = expected === undefined ? status >= 200 && status < 300 : status === expected;
  const response = operation.responses[status];
  if (!isWanted || response === undefined) return { status, text: text.slice(0, 300) };
  if (status === 204) return text === '' ? null : 'a body';
  const type = (answered.get('content-type') ?? '').split(';')[0] ?? '';
  const media = response.content?.[type];
  if (media === undefined) return { status, undocumented: type };
  const faults = isBinary(media) ? [] : faultsOf(media, json ?? text);
  return faults.length === 0 ? null : { status, faults };
}
