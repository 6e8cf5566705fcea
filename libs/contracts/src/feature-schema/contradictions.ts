import type { Issue } from '../validation/issue.js';
import { type FeatureColumn, type FeatureSchema, type LabelColumn, labelSpelling } from './feature-schema.js';

/** What is wrong with a schema though each of its members is well-formed. */
export function contradictionsOf({ columns, label }: FeatureSchema): Issue[] {
  return [
    ...columns.flatMap((column, index) => columnIssues(column, `columns.${index}`)),
    ...labelIssues(label, new Set(columns.map((each) => each.name))),
    ...classIssues(label),
  ];
}

function columnIssues(column: FeatureColumn, path: string): Issue[] {
  const { minimum = -Infinity, maximum = Infinity, allowed = [], type } = column;
  const issues: Issue[] = [];
  if (minimum > maximum) {
    const message = `minimum ${minimum} is above maximum ${maximum}`;
    issues.push({ code: 'range', path: `${path}.minimum`, message });
  }
  for (const [index, value] of allowed.entries()) {
    const place = `${path}.allowed.${index}`;
    if (type === 'integer' && !Number.isInteger(value))
      issues.push({ code: 'integer', path: place, message: `${value} is not a whole number` });
    if (value < minimum || value > maximum)
      issues.push({ code: 'range', path: place, message: `${value} lies outside minimum and maximum` });
  }
  return issues;
}

function labelIssues({ column, positive, classes }: LabelColumn, features: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  if (features.has(column)) {
    const message = `"${column}" is a feature column too: a model would read the answer`;
    issues.push({ code: 'label', path: 'label.column', message });
  }
  if (!classes.some((each) => each.name === positive)) {
    const names = classes.map((each) => each.name).join(', ');
    issues.push({
      code: 'positive',
      path: 'label.positive',
      message: `"${positive}" is not one of ${names}`,
    });
  }
  return issues;
}

/** A spelling that two classes share would make every such label the first one's. */
function classIssues({ classes }: LabelColumn): Issue[] {
  const owners = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [index, each] of classes.entries()) {
    for (const spelling of [each.name, each.value, ...(each.aliases ?? [])]) {
      const text = labelSpelling(spelling);
      const owner = owners.get(text) ?? index;
      owners.set(text, owner);
      if (owner === index) continue;
      const message = `"${spelling}" names the class ${classes[owner]?.name ?? ''} too`;
      issues.push({ code: 'spelling', path: `label.classes.${index}`, message });
    }
  }
  return issues;
}
