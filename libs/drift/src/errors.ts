/** Every error this library throws, by code, with how to mend it. */
export const DRIFT_ERRORS = {
  EMPTY_SAMPLE: 'both samples of a test need at least one value',
  EMPTY_TABLE: 'a contingency table needs two rows and two columns with counts above zero',
  UNEQUAL_BINS: 'both distributions must be counted over the same bins',
  BAD_PROFILE: 'the stored profile is not of this version: profile the data again',
  BAD_SKETCH: 'the stored sketch is not of this version: have it made again',
  UNEQUAL_COLUMNS: 'both sketches must be of the same columns',
  BAD_ROW: 'a row must have as many values as there are columns',
  BAD_CLASS: 'the class index must be below the number of classes',
} as const;

export type DriftErrorCode = keyof typeof DRIFT_ERRORS;

/** A mistake of the caller; problems of the data are reported as data. */
export class DriftError extends Error {
  constructor(
    readonly code: DriftErrorCode,
    detail?: string,
  ) {
    super(detail === undefined ? DRIFT_ERRORS[code] : `${DRIFT_ERRORS[code]} (${detail})`);
    this.name = 'DriftError';
  }
}
