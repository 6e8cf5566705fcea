export { Canary, type CanaryRecord } from './canary.js';
export { CanaryReturns } from './canary-returns.js';
export type { Judged } from './canary-window.js';
