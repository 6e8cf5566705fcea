/** What an artifact does not say of itself. */
export interface OnnxExportOptions {
  /** Name of the model; the schema's where absent. */
  readonly name?: string;
  /** Its version in the registry. A whole number also becomes ONNX's `model_version`. */
  readonly version?: string | number;
  /**
   * For a model that fills missing values in from the nearest training rows: 'refuse' (the default) throws
   * `EXCHANGE_ONNX_IMPUTATION`; 'mean' exports it with column means in their place and says so in the doc string.
   */
  readonly missingValues?: 'refuse' | 'mean';
}
