import { describeFailure, plainCause } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';

export function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Another key's object stands where a folder is needed. */
export const NOT_A_FOLDER = ['ENOTDIR', 'EEXIST'];

/** A key that is also the folder of another. */
export const inTheWay = (key: string, cause?: unknown) =>
  new WeirError('WEIR_REQUEST_INVALID', `Object "${key}": a key cannot be the folder of another.`, { cause });

export function unwritable(folder: string, error: unknown): WeirError {
  if (error instanceof WeirError) return error;
  const cause = plainCause(error);
  return new WeirError('WEIR_STATE_UNWRITABLE', `${folder}: ${describeFailure(cause)}`, {
    cause,
    context: { folder },
  });
}

export function unreadable(folder: string, error: unknown): WeirError {
  if (error instanceof WeirError) return error;
  const cause = plainCause(error);
  return new WeirError('WEIR_OBJECTS_UNAVAILABLE', `${folder}: ${describeFailure(cause)}`, {
    cause,
    context: { folder },
  });
}
