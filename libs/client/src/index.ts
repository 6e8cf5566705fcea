export type { components, paths } from './generated/api.js';
export { createWeirClient, type WeirClient, type WeirClientOptions } from './weir-client.js';
