/** The catalogue of everything `@weir/learning` throws: stable code, what happened, how to mend it. */
export const LEARNING_ERRORS = {
  LEARN_MATRIX_EMPTY: {
    message: 'the matrix has no rows or no columns',
    mend: 'pass at least one row and one feature column',
  },
  LEARN_MATRIX_SHAPE: {
    message: 'the parts of the training data differ in length',
    mend: 'values must hold rows × columns numbers; labels, weights and groups one entry a row',
  },
  LEARN_VALUE_INFINITE: {
    message: 'a feature value is infinite',
    mend: 'replace infinite values; a missing value is NaN',
  },
  LEARN_LABEL_INVALID: {
    message: 'a label is not a class index',
    mend: 'labels are integers from 0 to classes - 1, and there are at least two classes',
  },
  LEARN_WEIGHT_INVALID: {
    message: 'a row weight is negative or not finite',
    mend: 'weights are finite numbers of at least 0, and some are above 0',
  },
  LEARN_TIME_INVALID: {
    message: 'a time is not a finite number',
    mend: 'give each row the time it was seen at, in one unit; leave out rows without one',
  },
  LEARN_TERMS_INVALID: {
    message: 'the terms of the rows are malformed',
    mend: 'offsets rise from 0 to the number of ids, one more than rows; the ids of a row stand block by block, each within its own',
  },
  LEARN_ONE_CLASS: {
    message: 'all rows carry the same label',
    mend: 'collect rows of at least two classes, the positive class among them',
  },
  LEARN_TOO_FEW_ROWS: {
    message: 'a class has too few rows, or too few groups of rows, to be split',
    mend: 'collect more distinct rows of that class, or use fewer folds',
  },
  LEARN_PARAMETER_INVALID: {
    message: 'a parameter is out of its range',
    mend: 'see the documented range of the parameter',
  },
  LEARN_ALGORITHM_UNKNOWN: {
    message: 'no such algorithm is registered',
    mend: 'use one of algorithmNames()',
  },
  LEARN_WORKER_FAILED: {
    message: 'a worker thread failed',
    mend: 'look at the cause; if memory ran out, use fewer workers or smaller trees',
  },
  LEARN_FEATURES_MISMATCH: {
    message: 'the matrix does not have the columns the model reads',
    mend: "pass the columns of the model's schema, in their order",
  },
  LEARN_FITTER_REFUSED: {
    message: 'the engine given to fit with refuses this',
    mend: "do what the detail says, or train with this library's own learners",
  },
  LEARN_ARTIFACT_TRUNCATED: {
    message: 'the artifact ends before its header says it does',
    mend: 'fetch the file again and compare its SHA-256 with the registry',
  },
  LEARN_ARTIFACT_HEADER: {
    message: 'the artifact has no valid safetensors header',
    mend: 'the file is not a Weir model, or it was altered; fetch it again',
  },
  LEARN_ARTIFACT_TENSOR: {
    message: 'a tensor of the artifact is missing, or has the wrong type, shape or place',
    mend: 'the file was altered, or written by another program; train again',
  },
  LEARN_ARTIFACT_METADATA: {
    message: 'the description inside the artifact is missing or malformed',
    mend: 'the file was altered, or written by another program; train again',
  },
  LEARN_ARTIFACT_VERSION: {
    message: 'the artifact has a format version this build does not read',
    mend: 'update Weir, or train again with this build',
  },
  LEARN_ARTIFACT_TREE: {
    message: 'a tree of the artifact is not a tree',
    mend: 'the file was altered: refuse it and fetch it again',
  },
  LEARN_ARTIFACT_NUMBER: {
    message: 'a number of the artifact is not finite or out of its range',
    mend: 'the file was altered: refuse it and fetch it again',
  },
  LEARN_GOLDEN_MISMATCH: {
    message: 'the model does not give the probabilities recorded for its golden rows',
    mend: 'refuse the version; train again with the build that serves it',
  },
} as const satisfies Record<string, { message: string; mend: string }>;

export type LearningErrorCode = keyof typeof LEARNING_ERRORS;

/** Every error of this library. `code` is stable; `mend` says what to do; `detail` says where. */
export class LearningError extends Error {
  override readonly name = 'LearningError';
  readonly code: LearningErrorCode;
  readonly mend: string;
  readonly detail: string;

  constructor(code: LearningErrorCode, detail = '', options?: { cause?: unknown }) {
    const entry = LEARNING_ERRORS[code];
    super(detail === '' ? entry.message : `${entry.message}: ${detail}`, options);
    this.code = code;
    this.mend = entry.mend;
    this.detail = detail;
  }
}
