import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';
import { IsIdentifier } from '../validation/identifier.js';
import { Nested } from '../validation/nested.js';
import { SOURCE_KINDS, type SourceKind } from './datasets.js';
import { RunContinuation, STAGES, type Stage } from './run-continuation.js';

export const RUN_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What ingestion is asked to read. Credentials come from the service's own environment, never from here. */
export class SourceRequest {
  @IsIn(SOURCE_KINDS) kind!: SourceKind;
  /** `file`: a path below the service's file root. */
  @IsOptional() @IsString() path?: string;
  /** `upload`, `s3`: the object's key. */
  @IsOptional() @IsString() key?: string;
  /** `s3`: the bucket; the service's own where absent. */
  @IsOptional() @IsString() bucket?: string;
  /** `mongodb` */
  @IsOptional() @IsString() database?: string;
  @IsOptional() @IsString() collection?: string;
  /** `kafka`: the topic, and the offsets by partition: from inclusive, to exclusive; all of it where absent. */
  @IsOptional() @IsString() topic?: string;
  @IsOptional() @IsObject() from?: Record<string, string>;
  @IsOptional() @IsObject() to?: Record<string, string>;
  /** `csv`, `arff` or `ndjson`; told from the name and the first bytes where absent. */
  @IsOptional() @IsIn(['csv', 'arff', 'ndjson']) format?: 'csv' | 'arff' | 'ndjson';
  @IsOptional() @IsString() delimiter?: string;
}

/** `pipeline.requests`: someone asks for a run, from a stage on. The stage named is the one that takes it. */
export class PipelineRequested {
  @IsIdentifier() runId!: string;
  @IsString() @IsNotEmpty() schema!: string;
  @IsIn(STAGES) from!: Stage;
  /** With `ingestion`. */
  @IsOptional() @Nested(() => SourceRequest) source?: SourceRequest;
  /** With `validation` and `training`. */
  @IsOptional() @IsString() snapshotId?: string;
  @IsOptional() @Nested(() => RunContinuation) run?: RunContinuation;
  @IsISO8601() at!: string;
}

/** What a run had made when it ended. */
export class RunResult {
  @IsOptional() @IsString() snapshotId?: string;
  @IsOptional() @IsString() reportId?: string;
  @IsOptional() @IsString() reportStatus?: string;
  @IsOptional() @IsString() model?: string;
  @IsOptional() @IsInt() version?: number;
  @IsOptional() @IsString() alias?: string;
}

export class RunFailure {
  @IsString() @IsNotEmpty() code!: string;
  @IsString() @IsNotEmpty() message!: string;
}

/**
 * `pipeline.progress`: how far a stage of a run is. `state` is the stage's own:
 * the run has succeeded when its last stage has, and failed when any has.
 */
export class PipelineProgress {
  @IsIdentifier() runId!: string;
  @IsString() @IsNotEmpty() schema!: string;
  @IsIn(STAGES) stage!: Stage;
  @IsIn(RUN_STATES) state!: RunState;
  @IsInt() @Min(0) done!: number;
  @IsInt() @Min(0) total!: number;
  @IsString() message!: string;
  /** True on the event that ends the run. */
  @IsOptional() @IsBoolean() last?: boolean;
  @IsOptional() @Nested(() => RunResult) result?: RunResult;
  @IsOptional() @Nested(() => RunFailure) error?: RunFailure;
  @IsISO8601() at!: string;
}
