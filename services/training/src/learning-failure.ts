import { LearningError, type LearningErrorCode } from '@weir/learning';
import { type ErrorCode, WeirError } from '@weir/platform';

const CODES: Partial<Record<LearningErrorCode, ErrorCode>> = {
  LEARN_ONE_CLASS: 'WEIR_DATA_ONE_CLASS',
  LEARN_TOO_FEW_ROWS: 'WEIR_DATA_TOO_SMALL',
  LEARN_MATRIX_EMPTY: 'WEIR_DATA_TOO_SMALL',
  LEARN_TERMS_INVALID: 'WEIR_DATA_UNLEARNABLE',
  LEARN_VALUE_INFINITE: 'WEIR_DATA_UNLEARNABLE',
  LEARN_PARAMETER_INVALID: 'WEIR_REQUEST_INVALID',
  LEARN_ALGORITHM_UNKNOWN: 'WEIR_REQUEST_INVALID',
  LEARN_FITTER_REFUSED: 'WEIR_REQUEST_INVALID',
};

/** What `libs/learning` refuses, with the code that its run ends with; other errors as they are. */
export function codedFailure(error: unknown): unknown {
  if (!(error instanceof LearningError)) return error;
  const code = CODES[error.code] ?? 'WEIR_TRAINING_FAILED';
  return new WeirError(code, error.message, { cause: error, context: { learningCode: error.code } });
}
