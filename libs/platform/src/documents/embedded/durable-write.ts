import type { RootDatabase } from 'lmdb';
import { describeFailure, plainCause } from '../../driver-failure/index.js';
import { isWeirError, WeirError } from '../../errors/index.js';

/**
 * Runs the action in one write transaction; resolves once it is flushed to disk. The action decides before it writes,
 * and returns a `WeirError` to refuse: LMDB keeps what was written before a throw.
 *
 * Through the root, because only the root refuses once the environment is closed; a database in it would throw where
 * nobody can catch.
 */
export async function writeDurably<R>(root: RootDatabase, action: () => R | WeirError): Promise<R> {
  let outcome: R | WeirError;
  try {
    outcome = await root.transaction(action);
    await root.flushed;
  } catch (error) {
    const cause = plainCause(await reasonOf(error));
    throw new WeirError('WEIR_STATE_UNWRITABLE', `The documents: ${describeFailure(cause)}.`, { cause });
  }
  if (isWeirError(outcome)) throw outcome;
  return outcome as R;
}

/** LMDB hands the reason of a failed commit over as a promise; unawaited, its rejection would end the process. */
async function reasonOf(error: unknown): Promise<unknown> {
  const { commitError } = (error ?? {}) as { commitError?: Promise<never> };
  return commitError === undefined ? error : commitError.catch((reason: unknown) => reason);
}
