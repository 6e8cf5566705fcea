import { DriftError } from '../errors.js';

export const PROFILE_VERSION = 1;

/** What is kept of numbers: enough to test another set of them for drift. */
export interface NumberProfile {
  /** Null where there is no value at all. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  /** Of the sample (n − 1). */
  readonly variance: number | null;
  /** Every value with its count, ascending, or null where there are too many. */
  readonly values: readonly (readonly [number, number])[] | null;
  /** A uniform sample, ascending; empty where `values` says everything. */
  readonly sample: readonly number[];
}

interface ProfileHead {
  readonly version: typeof PROFILE_VERSION;
  readonly column: string;
  /** Rows, missing ones among them. */
  readonly count: number;
  readonly missing: number;
}

export interface NumericColumnProfile extends ProfileHead, NumberProfile {
  readonly kind: 'number';
}

export interface TextColumnProfile extends ProfileHead {
  readonly kind: 'text';
  /** Every text with its count, most frequent first, or null where there are too many. */
  readonly values: readonly (readonly [string, number])[] | null;
  /** Distinct texts; a lower bound where `distinctIsExact` is false. */
  readonly distinct: number;
  readonly distinctIsExact: boolean;
  /** Lengths in UTF-16 code units. */
  readonly lengths: NumberProfile;
}

/** A column's profile is plain data: store it as JSON and compare with it later. */
export type ColumnProfile = NumericColumnProfile | TextColumnProfile;

/** A profile as JSON text. */
export function profileToJson(profile: ColumnProfile): string {
  return JSON.stringify(profile);
}

/** A profile from what `JSON.parse` gave. Throws `BAD_PROFILE` where it is none, or of another version. */
export function profileFromJson(raw: unknown): ColumnProfile {
  if (typeof raw === 'string') return profileFromJson(parsed(raw));
  if (!isRecord(raw) || raw.version !== PROFILE_VERSION) throw new DriftError('BAD_PROFILE');
  const numbers = raw.kind === 'text' ? raw.lengths : raw;
  const sound =
    (raw.kind === 'number' || raw.kind === 'text') &&
    typeof raw.column === 'string' &&
    isCount(raw.count) &&
    isCount(raw.missing) &&
    isRecord(numbers) &&
    Array.isArray(numbers.sample) &&
    isCounts(numbers.values) &&
    isCounts(raw.values);
  if (!sound) throw new DriftError('BAD_PROFILE', String(raw.column));
  return raw as unknown as ColumnProfile;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DriftError('BAD_PROFILE');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isCounts(value: unknown): boolean {
  return (
    value === null ||
    (Array.isArray(value) &&
      value.every((pair) => Array.isArray(pair) && pair.length === 2 && isCount(pair[1])))
  );
}
