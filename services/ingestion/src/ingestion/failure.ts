import type { RunFailure } from '@weir/contracts';
import { isWeirError } from '@weir/platform';

/**
 * What a failure means for its run: the failure to report where trying again cannot help, `null` where it can
 * (a server away, a disk full): then the request is handed over again.
 */
export function endOfRun(error: unknown): RunFailure | null {
  if (isWeirError(error)) return error.transient ? null : { code: error.code, message: error.message };
  const isSystemError = typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
  if (isSystemError || isAbort(error)) return null;
  // A fault of ours: told as such, so that it does not hold up the requests behind it for ever.
  return { code: 'WEIR_INTERNAL', message: 'Ingestion met an error of its own; the log has it' };
}

/** The partition was taken away: another member of the group finishes. */
export class Interrupted extends Error {
  override readonly name = 'AbortError';
}

function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}
