import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Environment, VARIABLES } from './environment.js';

const OPERATIONS = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
const ROW = /^\| `([A-Z0-9_]+)` *\| *(?:`([^`]*)`)? *\| *(.*?) *\|$/gm;

/** The rows of the table under "Configuration": variable, default, description. */
const rows = [...sectionOf('Configuration').matchAll(ROW)].map(([, variable, value, description]) => ({
  variable,
  value,
  description,
}));

function sectionOf(title: string): string {
  const [, section] = OPERATIONS.split(`\n## ${title}\n`);
  return section?.split('\n## ')[0] ?? '';
}

/** As one would write it into the environment; nothing where there is no default. */
function written(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(',');
  return value === undefined ? undefined : String(value);
}

describe('docs/operations.md', () => {
  it('lists exactly the variables that are read, in their order', () => {
    expect(rows.map(({ variable }) => variable)).toEqual(Object.keys(VARIABLES));
  });

  it.each(Object.entries(VARIABLES))('tells the default of %s', (name, member) => {
    const row = rows.find(({ variable }) => variable === name);
    expect(row?.value).toBe(written(new Environment()[member]));
    expect(row?.description).not.toBe('');
  });
});
