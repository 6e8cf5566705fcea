import { type ColumnDrift, compareProfiles } from '../compare/compare-profiles.js';
import type { ColumnProfile } from '../profile/column-profile.js';
import type { ColumnSketch } from './column-sketch.js';
import { profileOfCounts, profileOfSketch } from './sketch-profile.js';
import type { StreamSketch } from './stream-sketch.js';

export interface SketchDriftOptions {
  /** Adjusted p-values below this count; 0.01 where absent. */
  readonly significance?: number;
  /** And the population stability index must reach this; 0.1 where absent. */
  readonly effect?: number;
  /** The same of the model's answers; `effect` where absent. */
  readonly answersEffect?: number;
  /** From this share of drifted columns on, the stream has drifted as a whole; 0.1 where absent. */
  readonly drifting?: number;
}

/**
 * `drifted`: what the model answers moved, or many columns did. `warned`: some columns did. `ok`: none did beyond what
 * chance and the least effect allow.
 */
export type DriftLevel = 'ok' | 'warned' | 'drifted';

/** A column, or the model's answers, with its means where it has any. */
export interface SketchDrift extends ColumnDrift {
  readonly referenceMean: number | null;
  readonly currentMean: number | null;
}

export interface SketchComparison {
  readonly level: DriftLevel;
  /** Columns that both sides have. */
  readonly columns: readonly SketchDrift[];
  /** Of those, the ones that drifted, largest effect first. */
  readonly drifted: readonly SketchDrift[];
  /** Of the scores; null where a side has none. */
  readonly scores: SketchDrift | null;
  /** Of the verdicts; null where a side has none. */
  readonly verdicts: SketchDrift | null;
}

/** No column of a schema has such a name. */
const SCORES = '\u0000scores';
const VERDICTS = '\u0000verdicts';

/**
 * Compares what a stream is like with what it was, column by column, at the finest bins both sides have. Every p-value
 * counts the rows that were looked at, not those they stand for, and all of them, the answers' among them, are corrected
 * together (Benjamini–Hochberg): where nothing moved, the level is `ok` but for a share `significance` of comparisons at
 * most, provided that rows are independent. Bins make ties, which make a p-value too large, never too small.
 */
export function compareSketches(
  reference: StreamSketch,
  current: StreamSketch,
  { drifting = 0.1, answersEffect = 0, ...options }: SketchDriftOptions = {},
): SketchComparison {
  const pairs = commonColumns(reference, current);
  const before: ColumnProfile[] = [];
  const after: ColumnProfile[] = [];
  for (const [column, first, second] of pairs) {
    const level = Math.max(first.level, second.level);
    before.push(profileOfSketch(column, first, { level, scale: scaleOf(reference) }));
    after.push(profileOfSketch(column, second, { level, scale: scaleOf(current) }));
  }
  for (const [column, first, second] of answersOf(reference, current)) {
    before.push(profileOfCounts(column, first, 1));
    after.push(profileOfCounts(column, second, 1));
  }
  const all = compareProfiles(before, after, options).columns.map((drift, at) => ({
    ...drift,
    referenceMean: meanOf(before[at]),
    currentMean: meanOf(after[at]),
  }));
  const [scores, verdicts] = [SCORES, VERDICTS].map((name) => {
    const found = all.find(({ column }) => column === name);
    return found === undefined ? null : atLeast(found, answersEffect);
  }) as [SketchDrift | null, SketchDrift | null];
  const columns = all.slice(0, pairs.length);
  const drifted = columns
    .filter((each) => each.drifted)
    .sort((a, b) => b.populationStabilityIndex - a.populationStabilityIndex);
  const answersMoved = scores?.drifted === true || verdicts?.drifted === true;
  const many = drifted.length > 0 && drifted.length >= drifting * columns.length;
  const level = answersMoved || many ? 'drifted' : drifted.length > 0 ? 'warned' : 'ok';
  return { level, columns, drifted, scores, verdicts };
}

function atLeast(drift: SketchDrift, effect: number): SketchDrift {
  if (drift.populationStabilityIndex >= effect) return drift;
  return { ...drift, drifted: false, severity: 'none' };
}

function commonColumns(
  reference: StreamSketch,
  current: StreamSketch,
): [string, ColumnSketch, ColumnSketch][] {
  const after = new Map(current.columns.map((name, at) => [name, current.sketches[at]]));
  return reference.columns.flatMap((name, at) => {
    const first = reference.sketches[at];
    const second = after.get(name);
    return first === undefined || second === undefined ? [] : [[name, first, second] as const];
  }) as [string, ColumnSketch, ColumnSketch][];
}

/** What both sides counted of the answers: every row, without a sample. */
function answersOf(reference: StreamSketch, current: StreamSketch): [string, number[], number[]][] {
  const pairs: [string, number[], number[]][] = [];
  const [before, after] = [reference.answers, current.answers];
  if (total(before.scores) > 0 && total(after.scores) > 0)
    pairs.push([SCORES, [...before.scores], [...after.scores]]);
  const names = [...new Set([...Object.keys(before.verdicts), ...Object.keys(after.verdicts)])].sort();
  const [first, second] = [before, after].map(({ verdicts }) => names.map((name) => verdicts[name] ?? 0)) as [
    number[],
    number[],
  ];
  if (total(first) > 0 && total(second) > 0) pairs.push([VERDICTS, first, second]);
  return pairs;
}

/** Rows that were looked at, a unit of weight. */
function scaleOf({ rows, effectiveRows }: StreamSketch): number {
  return rows === 0 ? 0 : effectiveRows / rows;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function meanOf(profile: ColumnProfile | undefined): number | null {
  return profile?.kind === 'number' ? profile.mean : null;
}
