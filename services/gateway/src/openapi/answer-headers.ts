import type { Operation } from './operations.js';

type Header = {
  readonly description: string;
  readonly schema: { readonly type: 'string' };
  readonly example: string;
};
const header = (description: string, example: string): Header => ({
  description,
  schema: { type: 'string' },
  example,
});

const ETAG = header('The entity tag that `If-None-Match` and `If-Match` take', '"Ye8_2dQ0xXqMZ5fUsDl6kA"');
const REPLAYED = header('`true` where this is the answer to an earlier request with the same key', 'true');
const RATE = {
  RateLimit: header('What is left of the bound, and seconds until all of it is back', '"key";r=399;t=1'),
  'RateLimit-Policy': header(
    'The bound: requests at once, and seconds in which they come back',
    '"key";q=400;w=2',
  ),
};

/** Writes into an operation's answers the headers that come with limits, entity tags and idempotency keys. */
export function describeAnswerHeaders({ responses, parameters = [] }: Operation): void {
  const sent = new Set(parameters.flatMap((each) => ('name' in each ? [each.name] : [])));
  const isTagged = sent.has('If-None-Match');
  const isIdempotent = sent.has('Idempotency-Key');
  for (const [status, response] of Object.entries(responses)) {
    if (response === undefined || '$ref' in response) continue;
    const succeeded = status.startsWith('2') || status === '304';
    const headers = {
      ...(succeeded && isTagged && status !== '204' ? { ETag: ETAG } : {}),
      ...(succeeded && isIdempotent ? { 'Idempotency-Replayed': REPLAYED } : {}),
      ...(status === '429' ? RATE : {}),
    };
    if (Object.keys(headers).length > 0) response.headers = { ...response.headers, ...headers };
  }
}
