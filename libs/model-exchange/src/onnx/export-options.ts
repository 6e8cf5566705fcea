/** What an artifact does not say of itself. */
export interface OnnxExportOptions {
  /** Name of the model; the schema's where absent. */
  readonly name?: string;
  /** Its version in the registry. A whole number also becomes ONNX's `model_version`. */
  readonly version?: string | number;
  /**
   * For a model that fills missing values in from the nearest training rows, which ONNX cannot. Rows without missing
   * values score the same in any case. 'mean' exports column means in their place, and says so in the doc string;
   * 'refuse' (the default) does so only where no training row that is kept had a missing value, and else throws
   * `EXCHANGE_ONNX_IMPUTATION`.
   */
  readonly missingValues?: 'refuse' | 'mean';
}
