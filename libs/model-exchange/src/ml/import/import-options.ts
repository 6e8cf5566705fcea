/** What the JSON does not say. */
export interface MlImportOptions {
  /** Columns of a row; where absent, as many as the JSON's splits reach (KNN: it says). */
  readonly features?: number;
  /** Classes; where absent, as many as the JSON's leaves or labels reach, at least two. */
  readonly classes?: number;
}
