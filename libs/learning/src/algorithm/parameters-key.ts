import type { Parameters } from './algorithm.js';

/** The same text for the same parameters, in whatever order they were written. */
export function parametersKey(parameters: Parameters): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
