import { MongoNetworkError, MongoServerError } from 'mongodb';
import { describeFailure, plainCause } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';

const DUPLICATE_KEY = 11_000;
const BSON_TOO_LARGE = 10_334;

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Whether the connection broke while a command was under way: the server may have carried it out. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof MongoNetworkError;
}

/** The driver's error as a coded one. Whatever is not known to be the caller's fault is the server's absence. */
export function toWeirError(error: unknown, secrets: readonly string[]): WeirError {
  if (error instanceof WeirError) return error;
  const cause = plainCause(error, secrets);
  if (error instanceof MongoServerError && error.code === BSON_TOO_LARGE) {
    return new WeirError('WEIR_REQUEST_TOO_LARGE', 'MongoDB refused the document as too large.', { cause });
  }
  return new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', `MongoDB: ${describeFailure(cause)}`, { cause });
}
