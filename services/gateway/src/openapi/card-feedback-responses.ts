import { Nested, NestedList, OrNull } from '@weir/contracts';
import { IsBoolean, IsInt, IsNumber, IsString } from 'class-validator';

/** What a model says of a URL. */
export class CardOpinionResponse {
  @IsString() verdict!: string;
  @IsNumber() probability!: number;
}

export class CardAgreementResponse {
  @OrNull() @IsBoolean() previous!: boolean | null;
  @OrNull() @IsBoolean() model!: boolean | null;
  @OrNull() @IsBoolean() heldOut!: boolean | null;
}

/** One URL whose verdict somebody corrected. */
export class CardDisputeResponse {
  /** Defanged. */
  @IsString() url!: string;
  @IsString() label!: string;
  @OrNull() @Nested(() => CardOpinionResponse) previous!: CardOpinionResponse | null;
  @OrNull() @Nested(() => CardOpinionResponse) model!: CardOpinionResponse | null;
  @OrNull() @Nested(() => CardOpinionResponse) heldOut!: CardOpinionResponse | null;
  @Nested(() => CardAgreementResponse) agrees!: CardAgreementResponse;
}

/** Corrections that the verdicts agree with; null where nobody could be asked. */
export class CardAgreeingResponse {
  @OrNull() @IsInt() previous!: number | null;
  @OrNull() @IsInt() model!: number | null;
  @OrNull() @IsInt() heldOut!: number | null;
}

/** How the URLs that people dispute fare with a model, and what it was taught of them. */
export class CardFeedbackResponse {
  @IsString() snapshotId!: string;
  @IsString() snapshotSha256!: string;
  @IsInt() corrections!: number;
  @IsInt() replacedRows!: number;
  @OrNull() @IsInt() previousVersion!: number | null;
  @Nested(() => CardAgreeingResponse) agreeing!: CardAgreeingResponse;
  @NestedList(() => CardDisputeResponse) examples!: CardDisputeResponse[];
}
