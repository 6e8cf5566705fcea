import { WeirApiError } from './weir-api-error.js';

/** What a call of the client resolves to. */
export interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer: `await unwrap(client.GET('/v1/models'))`. Throws `WeirApiError` where it is a problem. */
export async function unwrap<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new WeirApiError(response, error);
  // A 204 has none, and its type says so.
  return data as Data;
}

/** The JSON of a plain response: `await unwrapJson<Job>(client.fetch('/v1/jobs/1'))`. Throws as `unwrap` does. */
export async function unwrapJson<Data>(answer: Promise<Response> | Response): Promise<Data> {
  const response = await unwrapResponse(answer);
  return (await response.json()) as Data;
}

/** A response that is no problem, its body unread. Throws `WeirApiError` otherwise. */
export async function unwrapResponse(answer: Promise<Response> | Response): Promise<Response> {
  const response = await answer;
  if (response.ok) return response;
  throw new WeirApiError(response, parsed(await response.text()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
