import { expect, it } from 'vitest';
import { problemType } from '../problem/problem.js';
import { type CatalogueEntry, ERROR_CATALOGUE } from './catalogue.js';

/** Where the file is out of date: `npx vitest run src/errors -u` in libs/platform writes it anew. */
const FILE = '../../../../docs/errors.md';

const INTRODUCTION = `# Errors

Every failure that Weir foresees has a code. Codes stand in logs, in \`pipeline.progress\` events, and in the
\`application/problem+json\` answers of the gateway, whose \`type\` is made of the code: \`WEIR_NOT_FOUND\` is
\`urn:weir:error:not-found\`. A code is never used again for something else.

_Passes_ says whether a wait alone can mend it: such an event is tried again, such a request may be repeated.
`;

it('docs/errors.md tells every code, its title, status and remedy', async () => {
  const entries = Object.entries(ERROR_CATALOGUE).toSorted(([a], [b]) => (a < b ? -1 : 1));
  await expect([INTRODUCTION, ...entries.map(section)].join('\n')).toMatchFileSnapshot(FILE);
});

function section([code, { title, remedy, status, transient }]: [string, CatalogueEntry]): string {
  return `## ${code}

${title}. ${remedy}

- Status: ${status}
- Type: \`${problemType(code)}\`
- Passes: ${transient ? 'yes' : 'no'}
`;
}
