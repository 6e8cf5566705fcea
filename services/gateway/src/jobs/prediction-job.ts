import type { ModelReference, Verdict } from '@weir/contracts';
import { mayUse, type Principal } from '../security/principal.js';

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Which replica works on a job, and until when it is believed to. */
export interface JobLease {
  readonly holder: string;
  /** ISO 8601. */
  readonly until: string;
}

/** Predictions of an uploaded CSV in the background, as Documents hold it. */
export interface PredictionJob {
  readonly id: string;
  readonly schema: string;
  readonly state: JobState;
  /** Rows answered. */
  readonly done: number;
  /** Rows of the upload, by its lines until it is read; 0 while unknown. */
  readonly total: number;
  readonly message?: string;
  readonly model?: ModelReference;
  readonly counts?: Readonly<Record<Verdict, number>>;
  readonly error?: JobError;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Who asked. */
  readonly by: string;
  /** With which key; absent where there was none. */
  readonly keyId?: string;
  /** The upload is stored in whole; until then the job is not there for anybody. */
  readonly ready: boolean;
  /** How often it was begun. */
  readonly attempt: number;
  /** Of a queued job: not before its time. */
  readonly lease?: JobLease;
}

/** One of its problem's `errors`. */
export interface JobIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly JobIssue[];
}

/** Uploads may be private: a job is for the key it came with, and for administrators. */
export function mayHave(principal: Principal, { keyId }: PredictionJob): boolean {
  return mayUse(principal, 'admin') || (keyId !== undefined && keyId === principal.keyId);
}

export const NO_COUNTS: Readonly<Record<Verdict, number>> = { malicious: 0, suspicious: 0, safe: 0 };

export const inputKey = (id: string): string => `jobs/${id}/input`;

/** Each attempt has a result of its own: one that lost its lease must not stand in the way of the next. */
export const resultKey = (id: string, attempt: number): string => `jobs/${id}/result-${attempt}.csv`;

/** What a job leaves in Objects. */
export function keysOf({ id, attempt }: PredictionJob): string[] {
  return [inputKey(id), ...Array.from({ length: attempt }, (_, index) => resultKey(id, index + 1))];
}
