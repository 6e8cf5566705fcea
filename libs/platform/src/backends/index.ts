export type { Backends } from './backends.js';
export { type OpenBackends, openBackends } from './open-backends.js';
