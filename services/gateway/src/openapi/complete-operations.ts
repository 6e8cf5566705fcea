import type { OpenAPIObject } from '@nestjs/swagger';
import { describeAnswerHeaders } from './answer-headers.js';
import { BODY_EXTENSION } from './bodies.js';
import { ANSWER_EXAMPLES } from './examples/index.js';
import { HEALTH_OPERATIONS } from './health-operations.js';
import { type Operation, operationsOf } from './operations.js';
import { pathParameter } from './parameters.js';
import { problemResponse } from './problem-responses.js';

const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** Writes into each operation what all of them have in common, and what decorators have no words for. */
export function completeOperations(paths: OpenAPIObject['paths']): void {
  for (const { path, operation } of operationsOf(paths)) {
    Object.assign(operation, HEALTH_OPERATIONS[path]);
    describeBody(operation);
    describeParameters(path, operation);
    if (!(path in HEALTH_OPERATIONS)) describeCommonProblems(operation);
    describeAnswerHeaders(operation);
    showAnswers(operation);
  }
}

function describeBody(operation: Operation): void {
  const body = operation[BODY_EXTENSION] as Operation['requestBody'];
  if (body === undefined) return;
  operation.requestBody = body;
  Reflect.deleteProperty(operation, BODY_EXTENSION);
}

function describeCommonProblems({ responses, requestBody, parameters = [] }: Operation): void {
  for (const status of [429, 503]) responses[status] ??= problemResponse(status);
  if (requestBody !== undefined) responses[413] ??= problemResponse(413);
  if (!parameters.some((each) => 'name' in each && each.name === IDEMPOTENCY_KEY)) return;
  responses[409] ??= problemResponse(409, 'WEIR_IDEMPOTENCY_RUNNING');
  responses[422] ??= problemResponse(422, 'WEIR_IDEMPOTENCY_REUSED');
}

function describeParameters(path: string, operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter) continue;
    // The decorators keep no example beside a schema, but in it.
    const inSchema = (parameter.schema as { readonly examples?: readonly unknown[] } | undefined)?.examples;
    if (parameter.example === undefined && inSchema !== undefined) parameter.example = inSchema[0];
    const facts = parameter.in === 'path' ? pathParameter(path, parameter.name) : undefined;
    if (facts === undefined) continue;
    // What the route says of it itself stands.
    const { description = facts.description, example = facts.example } = parameter;
    Object.assign(parameter, { description, example, schema: facts.schema });
  }
}

/** An example beside each answer of a class that has none yet. */
function showAnswers(operation: Operation): void {
  for (const response of Object.values(operation.responses)) {
    if (response === undefined || '$ref' in response) continue;
    for (const media of Object.values(response.content ?? {})) {
      const { schema } = media;
      if (schema === undefined || !('$ref' in schema)) continue;
      const example = ANSWER_EXAMPLES[schema.$ref.split('/').at(-1) ?? ''];
      if (example !== undefined && media.example === undefined && media.examples === undefined)
        media.example = example;
    }
  }
}
