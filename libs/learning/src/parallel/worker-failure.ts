import { LearningError, type LearningErrorCode } from '../errors.js';

/** An error as it crosses from one thread to another, where its class would be lost. */
export interface WorkerFailure {
  readonly message: string;
  readonly code?: LearningErrorCode;
  readonly detail?: string;
}

export function describeFailure(error: unknown): WorkerFailure {
  const message = String(error);
  return error instanceof LearningError ? { message, code: error.code, detail: error.detail } : { message };
}

/** The error again; `LEARN_WORKER_FAILED` where it was none of this library's. */
export function errorOf({ message, code, detail }: WorkerFailure): LearningError {
  return code ? new LearningError(code, detail) : new LearningError('LEARN_WORKER_FAILED', message);
}
