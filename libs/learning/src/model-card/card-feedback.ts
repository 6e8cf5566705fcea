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
  /** Of the model itself, which was taught the correction. */
  readonly model: CardOpinion | null;
  /** Of the same configuration, taught nothing of the URL's registrable domain. */
  readonly heldOut: CardOpinion | null;
  /** Whether each verdict agrees with the correction. */
  readonly agrees: {
    readonly previous: boolean | null;
    readonly model: boolean | null;
    readonly heldOut: boolean | null;
  };
}

/** How the URLs that people dispute fare with a model, and what it was taught of them. */
export interface CardFeedback {
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  /** Corrections, one a URL. */
  readonly corrections: number;
  /** Rows of the training snapshot that they took the place of. */
  readonly replacedRows: number;
  readonly previousVersion: number | null;
  /** Corrections that the verdicts agree with; null where nobody could be asked. */
  readonly agreeing: {
    readonly previous: number | null;
    readonly model: number | null;
    readonly heldOut: number | null;
  };
  /** At most fifty, those that the model disagrees with first. */
  readonly examples: readonly CardDispute[];
}
