import type { DistinctReport } from '@weir/drift';
import type { ValidationIssue } from '../report/validation-report.js';

const count = (value: number) => value.toLocaleString('en');

/** What repeated rows mean for whoever evaluates a model on them. */
export function repeatedRowIssues(distinct: DistinctReport): ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  if (distinct.distinctFeatureRows < distinct.rows) {
    const message =
      `${count(distinct.rows)} rows hold ${count(distinct.distinctRows)} distinct ones, ${count(distinct.distinctFeatureRows)} if the label is left out: ` +
      'a split that lets a duplicate stand on both sides flatters the model';
    issues.push({
      code: 'duplicate-rows',
      severity: 'note',
      message,
      rows: distinct.rows - distinct.distinctFeatureRows,
    });
  }
  if (distinct.conflictingFeatureRows > 0) {
    const message = `${count(distinct.conflictingFeatureRows)} feature rows stand under more than one label (${count(distinct.rowsInConflict)} rows): no model can get all of these right`;
    issues.push({ code: 'conflicting-labels', severity: 'note', message, rows: distinct.rowsInConflict });
  }
  return issues;
}
