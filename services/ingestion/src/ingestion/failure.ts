import { isWeirError } from '@weir/platform';

/**
 * Whether the same request can succeed later: a server was away, a disk was full, the partition went to another
 * member. Faults of the data are not mended by reading it again, nor are our own, which would hold up the requests
 * behind them for ever.
 */
export function canHelpToRetry(error: unknown): boolean {
  if (isWeirError(error)) return error.transient;
  const { syscall } = error as NodeJS.ErrnoException;
  return typeof syscall === 'string' || error instanceof Interrupted;
}

/** The partition was taken away: another member of the group finishes. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
