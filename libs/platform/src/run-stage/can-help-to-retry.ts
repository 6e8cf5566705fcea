import { isWeirError } from '../errors/index.js';

/**
 * Whether the same request can succeed later: a server was away, a disk was full. Faults of the data are not mended by
 * reading it again, nor are our own, which would hold up the requests behind them for ever.
 */
export function canHelpToRetry(error: unknown): boolean {
  if (isWeirError(error)) return error.transient;
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
