import { S3ServiceException } from '@aws-sdk/client-s3';
import { describeFailure, plainCause } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** Absence of the object. A bucket that is not there is the store's failure, where the answer tells the two apart. */
export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket';
}

/** The conditional put found an object at the key. */
export const isPresent = (error: unknown) => statusOf(error) === 412;

/** Two conditional puts met; S3 asks to try again. */
export const isRace = (error: unknown) => statusOf(error) === 409;

export const isForbidden = (error: unknown) => statusOf(error) === 403;

export function toWeirError(error: unknown, secrets: readonly string[]): WeirError {
  if (error instanceof WeirError) return error;
  const status = statusOf(error);
  const cause = plainCause(error, secrets);
  const answer = status === undefined ? '' : ` (HTTP ${status})`;
  return new WeirError('WEIR_OBJECTS_UNAVAILABLE', `S3: ${describeFailure(cause)}${answer}`, { cause });
}
