import type { JointCounts } from './joint-counts.js';
import { bestThresholdRule, bestValueRule, type RuleScore, scoreColumn } from './rules.js';

export interface LeakOptions {
  /** Balanced accuracy of one column or rule from which the model would learn the collection, not the class; 0.95 where absent. */
  readonly errorFrom?: number;
  /** From which it should be looked at; 0.85 where absent. */
  readonly warningFrom?: number;
}

/** One column or trivial rule that predicts the label on its own. */
export interface LeakFinding extends RuleScore {
  readonly code: 'leak-value' | 'leak-column' | 'leak-threshold';
  /** `error` only for what the model can see. */
  readonly severity: 'error' | 'warning';
  readonly column: string;
  /** The rule in words: `SSLfinal_State = 1 means legitimate`. */
  readonly rule: string;
  readonly visibleToModel: boolean;
  readonly message: string;
}

export interface LeakInput {
  /** Names of the classes, by class index. */
  readonly classes: readonly string[];
  readonly columns: readonly JointCounts[];
}

type Candidate = RuleScore & Pick<LeakFinding, 'code' | 'rule'>;

/**
 * Columns and one-line rules that give the label away, worst first.
 * Judged by balanced accuracy, which a large class cannot raise; with one class only there is nothing to find.
 */
export function auditLeaks(input: LeakInput, options: LeakOptions = {}): LeakFinding[] {
  const { errorFrom = 0.95, warningFrom = 0.85 } = options;
  const findings = input.columns.flatMap((counts) => {
    const found = candidate(counts, input.classes, errorFrom, warningFrom);
    if (found === undefined || found.balancedAccuracy < warningFrom) return [];
    const visibleToModel = counts.column.visibleToModel ?? true;
    const severity = visibleToModel && found.balancedAccuracy >= errorFrom ? 'error' : 'warning';
    const column = counts.column.name;
    return [
      { ...found, severity, column, visibleToModel, message: messageOf(found, visibleToModel) } as const,
    ];
  });
  return findings.sort((a, b) => b.balancedAccuracy - a.balancedAccuracy);
}

/** The simplest rule of the column that is as severe as the column itself. */
function candidate(
  counts: JointCounts,
  classes: readonly string[],
  errorFrom: number,
  warningFrom: number,
): Candidate | undefined {
  const { column, values } = counts;
  if (countClasses(counts) < 2) return undefined;
  if (values === null) return manyValuesCandidate(counts, classes);
  const whole = scoreColumn(values, classes.length);
  const single = valueCandidate(column.name, values, classes);
  const wanted = whole.balancedAccuracy >= errorFrom ? errorFrom : warningFrom;
  if (single !== undefined && single.balancedAccuracy >= wanted) return single;
  return { ...whole, code: 'leak-column', rule: `${column.name} alone` };
}

function valueCandidate(
  column: string,
  values: NonNullable<JointCounts['values']>,
  classes: readonly string[],
): Candidate | undefined {
  const best = bestValueRule(values, classes.length);
  if (best === undefined) return undefined;
  const { value, classIndex, ...score } = best;
  return {
    ...score,
    code: 'leak-value',
    rule: `${column} = ${value ?? 'missing'} means ${classes[classIndex]}`,
  };
}

/** Where values were too many to count: whether there is one at all, and on which side of a threshold it lies. */
function manyValuesCandidate(
  { column, sample, missing, present }: JointCounts,
  classes: readonly string[],
): Candidate | undefined {
  const presence = [[null, missing] as const, ['any value', present] as const];
  const byPresence = valueCandidate(column.name, presence, classes);
  const byThreshold = thresholdCandidate(column.name, sample, classes);
  if (byPresence === undefined || byThreshold === undefined) return byPresence ?? byThreshold;
  return byThreshold.balancedAccuracy > byPresence.balancedAccuracy ? byThreshold : byPresence;
}

function thresholdCandidate(
  column: string,
  sample: JointCounts['sample'],
  classes: readonly string[],
): Candidate | undefined {
  const best = bestThresholdRule(sample, classes.length);
  if (best === undefined) return undefined;
  const { threshold, classIndex, ...score } = best;
  return { ...score, code: 'leak-threshold', rule: `${column} > ${threshold} means ${classes[classIndex]}` };
}

function countClasses({ missing, present }: JointCounts): number {
  return missing.filter((count, index) => count + (present[index] as number) > 0).length;
}

function messageOf(found: Candidate, visibleToModel: boolean): string {
  const accuracy = `${(found.balancedAccuracy * 100).toFixed(1)}%`;
  const consequence = visibleToModel
    ? 'a model can score well by it and fail on data collected otherwise'
    : 'the model does not see it, but it tells that the classes were collected differently';
  return `${found.rule}: this alone reaches a balanced accuracy of ${accuracy}; ${consequence}`;
}
