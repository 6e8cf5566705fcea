import { WeirError } from '../../errors/index.js';

interface Batching {
  batch(operations: () => void): Promise<boolean>;
}

/**
 * Writes all that `operations` puts or removes, in one transaction; resolves once it is on the disk.
 * Rejects with `WEIR_STATE_UNWRITABLE` if the disk does not take it; then nothing of it is written.
 */
export async function writeDurably(database: Batching, operations: () => void): Promise<void> {
  try {
    await database.batch(operations);
  } catch (error) {
    const cause = await reasonOf(error);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new WeirError('WEIR_STATE_UNWRITABLE', `The event log cannot be written: ${reason}`, { cause });
  }
}

/** LMDB rejects the write at once, and tells the reason by rejecting a promise that it hangs on the error. */
async function reasonOf(error: unknown): Promise<unknown> {
  const commitError = (error as { commitError?: Promise<never> }).commitError;
  if (commitError === undefined) return error;
  const reason = commitError.catch((cause: unknown) => cause);
  return Promise.race([reason, new Promise((resolve) => setImmediate(resolve, error))]);
}
