import { unwrap, WeirApiError } from '@weir/client';
import { inOrder } from '../input/in-order.js';
import type { Invocation } from '../invocation.js';
import type { Judge, Judged } from './judged.js';

/** Visits to sites at the same time. */
const VISITS = 4;

/** By `POST /v1/verdicts/batch`; up to 1,000 URLs at once. */
export function batchJudge({ client, signal }: Invocation, reasons: boolean): Judge {
  return async (urls) => {
    const body = { urls: [...urls], reasons };
    const { verdicts } = await unwrap(client.POST('/v1/verdicts/batch', { body, signal }));
    return verdicts.map((each, index) => ({ ...each, url: urls[index] as string }));
  };
}

/** By `POST /v1/verdicts`, which also visits the sites. */
export function enrichingJudge({ client, signal }: Invocation): Judge {
  const judge = async (url: string): Promise<Judged> => {
    try {
      return await unwrap(client.POST('/v1/verdicts', { body: { url, enrich: true }, signal }));
    } catch (error) {
      // One that cannot be judged stands beside the others, as in a batch.
      if (!(error instanceof WeirApiError) || error.status !== 400) throw error;
      return { url, error: { code: error.code, message: error.detail } };
    }
  };
  return async (urls) => {
    const judged: Judged[] = [];
    for await (const each of inOrder(urls, VISITS, judge)) judged.push(each);
    return judged;
  };
}

/** Whether anything answers at the gateway's address. */
export async function isGatewayThere({ client, signal }: Invocation): Promise<boolean> {
  try {
    await client.fetch('/health/live', { signal, headers: { accept: 'application/json' } });
    return true;
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}
