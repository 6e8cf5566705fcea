import type { ColumnProfile } from '../profile/column-profile.js';
import { benjaminiHochberg } from '../tests/benjamini-hochberg.js';
import { type ColumnComparison, compareColumns } from './compare-columns.js';

export interface DriftOptions {
  /** Adjusted p-values below this count; 0.01 where absent. */
  readonly significance?: number;
  /** And the population stability index must reach this, so that many rows do not make noise into drift; 0.1 where absent. */
  readonly effect?: number;
  /** From this population stability index drift is severe; 0.25 where absent. */
  readonly severeEffect?: number;
  /** Numbers with at most this many distinct values are compared as categories; 20 where absent. */
  readonly categoricalLimit?: number;
}

export type DriftSeverity = 'none' | 'moderate' | 'severe';

export interface ColumnDrift extends ColumnComparison {
  /** Corrected for the number of columns (Benjamini–Hochberg). */
  readonly adjustedPValue: number;
  readonly drifted: boolean;
  readonly severity: DriftSeverity;
}

export interface DriftReport {
  /** Columns that both sides have, in the reference's order. */
  readonly columns: readonly ColumnDrift[];
  /** Names of the columns that drifted, those of another kind now among them. */
  readonly drifted: readonly string[];
  /** Columns only the current data have, and only the reference has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Columns that were numbers and are text now, or the other way round. */
  readonly changedKind: readonly string[];
}

/** Compares current data with a reference, column by column, from their profiles alone. */
export function compareProfiles(
  reference: readonly ColumnProfile[],
  current: readonly ColumnProfile[],
  options: DriftOptions = {},
): DriftReport {
  const { significance = 0.01, effect = 0.1, severeEffect = 0.25, categoricalLimit = 20 } = options;
  const before = new Map(reference.map((each) => [each.column, each]));
  const after = new Map(current.map((each) => [each.column, each]));
  const both = reference.flatMap((each) => {
    const counterpart = after.get(each.column);
    return counterpart === undefined ? [] : [[each, counterpart] as const];
  });
  const comparable = both.filter(([first, second]) => first.kind === second.kind);
  const changedKind = both
    .filter(([first, second]) => first.kind !== second.kind)
    .map(([{ column }]) => column);
  const comparisons = comparable.map(([first, second]) => compareColumns(first, second, categoricalLimit));
  const adjusted = benjaminiHochberg(comparisons.map(({ pValue }) => pValue));
  const columns = comparisons.map((comparison, index): ColumnDrift => {
    const adjustedPValue = adjusted[index] as number;
    const drifted = adjustedPValue < significance && comparison.populationStabilityIndex >= effect;
    const severe = comparison.populationStabilityIndex >= severeEffect;
    return {
      ...comparison,
      adjustedPValue,
      drifted,
      severity: drifted ? (severe ? 'severe' : 'moderate') : 'none',
    };
  });
  return {
    columns,
    drifted: [...columns.filter((each) => each.drifted).map(({ column }) => column), ...changedKind],
    added: current.filter(({ column }) => !before.has(column)).map(({ column }) => column),
    removed: reference.filter(({ column }) => !after.has(column)).map(({ column }) => column),
    changedKind,
  };
}
