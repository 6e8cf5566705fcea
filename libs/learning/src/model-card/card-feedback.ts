/** What a model says of a URL. */
export interface CardOpinion {
  readonly verdict: string;
  readonly probability: number;
}

/** One URL whose verdict somebody corrected. */
export interface CardDispute {
  /** Defanged, without credentials and query. */
  readonly url: string;
  /** The class that the correction gives it. */
  readonly label: string;
  /** Of the champion before; null where there was none, or it could not be asked. */
  readonly previous: CardOpinion | null;
  readonly model: CardOpinion | null;
  /** Whether the verdict agrees with the correction. */
  readonly previousAgrees: boolean | null;
  readonly agrees: boolean | null;
}

/** How the URLs that people dispute fare with a model, and what it was taught of them. */
export interface CardFeedback {
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  /** Corrections, one a URL. */
  readonly corrections: number;
  /** Rows of the training snapshot that they took the place of. */
  readonly replacedRows: number;
  /** `in-sample`: the model was taught the rows it is asked about. */
  readonly basis: 'in-sample';
  readonly previousVersion: number | null;
  /** Corrections that the verdicts agree with; null where the model could not be asked. */
  readonly agreeing: { readonly previous: number | null; readonly model: number | null };
  /** Those that the model disagrees with first. */
  readonly examples: readonly CardDispute[];
}
