import type { ApiDocument, ApiOperation, ApiParameter } from './api-document.js';

/** One request made of an operation's examples. */
export interface ExampleCall {
  readonly operation: ApiOperation;
  readonly method: string;
  readonly path: string;
  /** Of the body; absent of a form, which names its own boundary. */
  readonly type?: string;
  readonly body?: string | FormData;
  readonly accept: string;
}

/** What is read before it is changed, changed before it is deleted; and the key that closes the gateway last. */
const ORDER = ['get', 'post', 'put', 'delete'];
const LAST = 'Keys_create';

/** Every operation wanted, with each body in its turn and each form of the answer. */
export function exampleCalls(
  document: ApiDocument,
  isWanted: (operation: ApiOperation) => boolean,
): ExampleCall[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const rank = ({ method, operation }: (typeof all)[number]) =>
    operation.operationId === LAST ? ORDER.length : ORDER.indexOf(method);
  return all
    .filter(({ operation }) => isWanted(operation))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ path, method, operation }) =>
      bodiesOf(operation).flatMap((body) =>
        answersOf(operation).map((accept) => ({
          operation,
          method: method.toUpperCase(),
          path: filled(path, operation.parameters ?? []),
          accept,
          ...body,
        })),
      ),
    );
}

function filled(path: string, parameters: readonly ApiParameter[]): string {
  const query = new URLSearchParams();
  let full = path;
  for (const { name, in: place, example } of parameters) {
    if (place === 'path') full = full.replace(`{${name}}`, encodeURIComponent(String(example)));
    if (place === 'query' && example !== undefined) query.set(name, String(example));
  }
  return query.size === 0 ? full : `${full}?${query}`;
}

function answersOf({ responses }: ApiOperation): string[] {
  const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = success.flatMap(([, { content = {} }]) => Object.keys(content));
  return types.length === 0 ? ['*/*'] : types;
}

function bodiesOf({ requestBody }: ApiOperation): { type?: string; body?: string | FormData }[] {
  if (requestBody === undefined) return [{}];
  return Object.entries(requestBody.content).map(([type, { example }]) => {
    if (type === 'multipart/form-data') return { body: formOf(example as Record<string, string>) };
    return { type, body: typeof example === 'string' ? example : JSON.stringify(example) };
  });
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'file') form.set(name, new Blob([value], { type: 'text/csv' }), 'rows.csv');
    else form.set(name, value);
  }
  return form;
}
