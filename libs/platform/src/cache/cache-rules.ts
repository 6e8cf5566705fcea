import { WeirError } from '../errors/index.js';

/** The longest time to live: 10 years. Redis refuses what overflows its clock. */
const MAX_TTL_MS = 10 * 365 * 86_400_000;

export function checkTtl(ttlMs: number): void {
  if (!Number.isInteger(ttlMs) || ttlMs < 1 || ttlMs > MAX_TTL_MS) {
    throw new WeirError('WEIR_INTERNAL', `A time to live of ${ttlMs} ms: give 1 to ${MAX_TTL_MS}.`);
  }
}

export function checkStep(by: number): void {
  if (!Number.isSafeInteger(by)) {
    throw new WeirError('WEIR_INTERNAL', `A counter cannot grow by ${by}: give a safe integer.`);
  }
}

export const notACounter = (cause?: unknown) =>
  new WeirError('WEIR_INTERNAL', 'The key holds no counter, or the sum is not a safe integer.', { cause });

export const notABucket = (cause?: unknown) =>
  new WeirError('WEIR_INTERNAL', 'The key holds no token bucket.', { cause });
