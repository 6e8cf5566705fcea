import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { MapOf } from '../json-schema/described.js';
import { IsIdentifier } from '../validation/identifier.js';
import { Nested } from '../validation/nested.js';
import { SOURCE_KINDS, type SourceKind } from './datasets.js';
import { RunContinuation, STAGES, type Stage } from './run-continuation.js';

export const RUN_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** S3's rules for a name. An ARN is none: it would lead the client past the endpoint that is configured. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What ingestion is asked to read. Credentials come from the service's own environment, never from here. */
export class SourceRequest {
  @IsIn(SOURCE_KINDS) kind!: SourceKind;
  /** `file`: a path below the service's file root. */
  @IsOptional() @IsString() @MaxLength(4_096) path?: string;
  /** `upload`, `s3`: the object's key. */
  @IsOptional() @IsString() @MaxLength(1_024) key?: string;
  /** `s3`: the bucket; the service's own where absent. */
  @IsOptional() @Matches(BUCKET, { message: "bucket must be a bucket's name" }) bucket?: string;
  /** `mongodb`; not one of the server's own. */
  @IsOptional() @IsString() @MaxLength(63) database?: string;
  @IsOptional() @IsString() @MaxLength(255) collection?: string;
  /** `kafka`: the topic, and the offsets by partition: from inclusive, to exclusive; all of it where absent. */
  @IsOptional() @IsString() @MaxLength(249) topic?: string;
  @IsOptional() @MapOf({ type: 'string' }) @IsObject() from?: Record<string, string>;
  @IsOptional() @MapOf({ type: 'string' }) @IsObject() to?: Record<string, string>;
  /** `csv`, `arff` or `ndjson`; told from the name and the first bytes where absent. */
  @IsOptional() @IsIn(['csv', 'arff', 'ndjson']) format?: 'csv' | 'arff' | 'ndjson';
  @IsOptional() @IsString() @MaxLength(16) delimiter?: string;
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
