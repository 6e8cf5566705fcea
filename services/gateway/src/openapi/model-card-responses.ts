import { Described, MapOf, Nested, NestedList, OrNull } from '@weir/contracts';
import { IsArray, IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsOptional, IsString } from 'class-validator';
import { CardFeedbackResponse } from './card-feedback-responses.js';
import { CardCurvesResponse, ReliabilityBinResponse } from './curve-responses.js';
import { CandidateResponse, LeakResponse, PARAMETERS, type Parameters } from './model-responses.js';

/** The linear model over terms that makes some of the columns. */
export class CardTermsResponse {
  @IsArray() @IsString({ each: true }) columns!: string[];
  @IsString() hashing!: string;
  @IsInt() weights!: number;
  @IsInt() used!: number;
  @IsNumber() cost!: number;
}

export class CardModelResponse {
  @IsString() schema!: string;
  @IsString() algorithm!: string;
  @MapOf(PARAMETERS) @IsObject() parameters!: Parameters;
  @IsString() engine!: string;
  /** Null where all columns are given. */
  @OrNull() @Nested(() => CardTermsResponse) terms!: CardTermsResponse | null;
  @OrNull() @IsInt() bytes!: number | null;
  @OrNull() @IsString() sha256!: string | null;
}

export class CardDataResponse {
  @IsInt() rows!: number;
  @OrNull() @IsInt() distinctRows!: number | null;
  @OrNull() @IsInt() skippedRows!: number | null;
  /** Rows by class. */
  @MapOf({ type: ['integer', 'null'] }) @IsObject() classes!: Record<string, number | null>;
  @IsString() positiveClass!: string;
  @IsInt() features!: number;
  @OrNull() @IsString() source!: string | null;
  @OrNull() @IsString() labelsFrom!: string | null;
  @IsString() snapshotId!: string;
  @IsString() snapshotSha256!: string;
  @IsArray() @IsString({ each: true }) notes!: string[];
}

/** A figure with its 95 % bootstrap interval; null what could not be told. */
export class CardFigureResponse {
  @OrNull() @IsNumber() value!: number | null;
  @OrNull() @IsNumber() low!: number | null;
  @OrNull() @IsNumber() high!: number | null;
}

/** A test on rows held out of training. */
export class CardSplitResponse {
  @IsInt() rows!: number;
  /** What stood on one side of it together. */
  @IsString() keptTogether!: string;
  /** By name: `f1`, `rocAuc`, … */
  @MapOf({ $ref: '#/components/schemas/CardFigureResponse' })
  @IsObject()
  figures!: Record<string, CardFigureResponse>;
  /** Row = true class, column = predicted; empty where it was not recorded. */
  @Described({ type: 'array', items: { type: 'array', items: { type: 'integer' } } })
  confusion!: number[][];
}

/** `grouped` has the honest figures. */
export class CardSplitsResponse {
  @OrNull() @Nested(() => CardSplitResponse) grouped!: CardSplitResponse | null;
  @OrNull() @Nested(() => CardSplitResponse) plain!: CardSplitResponse | null;
}

export class CardCrossValidationResponse {
  @IsNumber() f1!: number;
  @IsNumber() standardDeviation!: number;
  @IsInt() folds!: number;
}

export class HeldOutLogLossResponse {
  @OrNull() @IsNumber() platt!: number | null;
  @OrNull() @IsNumber() isotonic!: number | null;
}

export class CardCalibrationResponse {
  @IsIn(['platt', 'isotonic']) method!: 'platt' | 'isotonic';
  @Nested(() => HeldOutLogLossResponse) heldOutLogLoss!: HeldOutLogLossResponse;
  @OrNull() @IsNumber() expectedCalibrationError!: number | null;
  @NestedList(() => ReliabilityBinResponse) reliability!: ReliabilityBinResponse[];
}

export class CardThresholdResponse {
  @IsIn(['malicious', 'suspicious']) verdict!: 'malicious' | 'suspicious';
  @IsNumber() probability!: number;
  @OrNull() @IsNumber() falsePositiveRate!: number | null;
  @OrNull() @IsNumber() recall!: number | null;
}

export class FeatureShareResponse {
  @IsString() feature!: string;
  @IsNumber() share!: number;
}

/** How few features of a row that is found must change until it is not. */
export class CardEvasionResponse {
  @IsInt() rows!: number;
  @OrNull() @IsNumber() median!: number | null;
  @OrNull() @IsNumber() medianAtLeast!: number | null;
  @IsNumber() exactShare!: number;
  /** Share of the rows that so many changes flip: `1`, `2`, `3`, `more`, `none`. */
  @MapOf({ type: 'number' }) @IsObject() shares!: Record<string, number>;
  @NestedList(() => FeatureShareResponse) flips!: FeatureShareResponse[];
}

/** `gain`: share of the training's gain. `permutation`: fall of F1 where the column is shuffled. */
export class CardImportanceResponse {
  @NestedList(() => FeatureShareResponse) gain!: FeatureShareResponse[];
  @NestedList(() => FeatureShareResponse) permutation!: FeatureShareResponse[];
}

/** The best configuration of one algorithm. */
export class CardCandidateResponse extends CandidateResponse {
  /** How many configurations were tried. */
  @IsInt() tried!: number;
}

export class CardCandidatesResponse {
  @IsInt() tried!: number;
  @NestedList(() => CardCandidateResponse) best!: CardCandidateResponse[];
}

export class LineageResponse {
  @IsString() snapshotId!: string;
  @IsString() snapshotSha256!: string;
  @IsString() runId!: string;
  @IsInt() seed!: number;
  @IsISO8601() createdAt!: string;
  @IsInt() rows!: number;
}

/** Format 1 of the card; numbers that could not be told are null. */
export class ModelCardResponse {
  @IsIn(['weir-model-card']) format!: 'weir-model-card';
  @IsInt() formatVersion!: number;
  @Nested(() => CardModelResponse) model!: CardModelResponse;
  @Nested(() => CardDataResponse) data!: CardDataResponse;
  @Nested(() => CardSplitsResponse) splits!: CardSplitsResponse;
  @OrNull() @Nested(() => CardCrossValidationResponse) crossValidation!: CardCrossValidationResponse | null;
  @Nested(() => CardCalibrationResponse) calibration!: CardCalibrationResponse;
  @NestedList(() => CardThresholdResponse) thresholds!: CardThresholdResponse[];
  /** Null where it was not searched. */
  @OrNull() @Nested(() => CardEvasionResponse) evasion!: CardEvasionResponse | null;
  /** On the grouped test; absent or null in cards made before curves were kept. */
  @IsOptional() @OrNull() @Nested(() => CardCurvesResponse) curves?: CardCurvesResponse | null;
  /** Leaks that the run accepted; null where nobody looked. */
  @OrNull() @NestedList(() => LeakResponse) leaks!: LeakResponse[] | null;
  /** How the URLs that people dispute fare; null where there were no corrections. */
  @OrNull() @Nested(() => CardFeedbackResponse) feedback!: CardFeedbackResponse | null;
  @Nested(() => CardImportanceResponse) importance!: CardImportanceResponse;
  @Nested(() => CardCandidatesResponse) candidates!: CardCandidatesResponse;
  @IsArray() @IsString({ each: true }) limits!: string[];
  @Nested(() => LineageResponse) lineage!: LineageResponse;
}
