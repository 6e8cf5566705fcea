/** The catalogue of everything `@weir/model-exchange` throws: stable code, what happened, how to mend it. */
export const EXCHANGE_ERRORS = {
  EXCHANGE_ONNX_ALGORITHM: {
    message: 'ONNX has no operator for this algorithm',
    mend: 'export a tree, a forest, a boosting or a logistic regression; a KNN model would need all its training rows',
  },
  EXCHANGE_ONNX_IMPUTATION: {
    message:
      'the model fills in missing values from its nearest training rows, for which ONNX has no operator',
    mend: "pass missingValues: 'mean' to export it with column means instead; rows without missing values score the same",
  },
  EXCHANGE_ONNX_MALFORMED: {
    message: 'the bytes are not an ONNX model',
    mend: 'check that the file is complete and was not altered',
  },
  EXCHANGE_ML_ALGORITHM: {
    message: 'none of the ml packages has this algorithm',
    mend: "use a decision tree, a random forest or KNN, or the engine 'weir'",
  },
  EXCHANGE_ML_PARAMETER: {
    message: 'the ml package has no such parameter, or not with this value',
    mend: "see the documented parameters, or use the engine 'weir'",
  },
  EXCHANGE_ML_VOTES: {
    message:
      'a leaf of the forest holds several classes; a forest of ml-random-forest counts one vote a tree',
    mend: "export the probability of one class instead, or pass votes: 'majority' and accept that some labels differ",
  },
  EXCHANGE_ML_WEIGHTS: {
    message: 'ml-knn cannot weigh neighbours',
    mend: "train with weighting 'uniform' and row weights that are whole numbers",
  },
  EXCHANGE_ML_MISSING: {
    message: 'the ml packages know no missing values',
    mend: "fill the missing values in, or use the engine 'weir'",
  },
  EXCHANGE_ML_LIMIT: {
    message: "the data is too large for the engine 'ml'",
    mend: "use the engine 'weir', or fewer rows, columns or trees",
  },
  EXCHANGE_ML_JSON: {
    message: 'the JSON is not a classifier of ml-cart, ml-random-forest or ml-knn',
    mend: "pass what the model's toJSON gave; regression models and custom distances have no counterpart here",
  },
} as const satisfies Record<string, { message: string; mend: string }>;

export type ExchangeErrorCode = keyof typeof EXCHANGE_ERRORS;

/** Every error of this library. `code` is stable; `mend` says what to do; `detail` says where. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly code: ExchangeErrorCode;
  readonly mend: string;
  readonly detail: string;

  constructor(code: ExchangeErrorCode, detail = '', options?: { cause?: unknown }) {
    const entry = EXCHANGE_ERRORS[code];
    super(detail === '' ? entry.message : `${entry.message}: ${detail}`, options);
    this.code = code;
    this.mend = entry.mend;
    this.detail = detail;
  }
}
