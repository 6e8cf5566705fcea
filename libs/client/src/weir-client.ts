import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/api.js';

export interface WeirClientOptions {
  /** The gateway's address: `http://127.0.0.1:8080`. In a page of the gateway's own, empty. */
  readonly gateway: string;
  /** An API key; a page has its session's cookie instead. */
  readonly key?: string;
}

/** Every route of the gateway, typed from its OpenAPI document: `client.GET('/v1/models')`. */
export type WeirClient = Client<paths>;

export function createWeirClient({ gateway, key }: WeirClientOptions): WeirClient {
  return createClient<paths>({
    baseUrl: gateway,
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
  });
}
