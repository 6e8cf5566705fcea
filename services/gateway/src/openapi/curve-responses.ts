import { Described, type JsonSchema, NestedList } from '@weir/contracts';
import { IsInt, IsNumber } from 'class-validator';

/** Points of a curve, both coordinates from 0 to 1. */
const POINTS: JsonSchema = {
  type: 'array',
  maxItems: 101,
  items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number', minimum: 0, maximum: 1 } },
};

/** Rows of similar probability, and how many of them were of the class. */
export class ReliabilityBinResponse {
  /** Mean probability given. */
  @IsNumber() predicted!: number;
  /** Share of rows of the class. */
  @IsNumber() observed!: number;
  @IsInt() rows!: number;
}

/** At most 101 points of each, on the rows held out by group. */
export class CardCurvesResponse {
  /** False positive rate, true positive rate. */
  @Described({ ...POINTS, description: 'False positive rate, true positive rate' }) roc!: [number, number][];
  /** Recall, precision. */
  @Described({ ...POINTS, description: 'Recall, precision' }) precisionRecall!: [number, number][];
}

/** With the reliability of the calibrated probability; what a version does not have is empty. */
export class CurvesResponse extends CardCurvesResponse {
  @NestedList(() => ReliabilityBinResponse) reliability!: ReliabilityBinResponse[];
}
