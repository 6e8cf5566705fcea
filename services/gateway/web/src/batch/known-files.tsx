import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, count, Panel, QueryState } from '../components/index.js';
import { csvLine } from './input/csv.js';
import { readSchemas, type Schema } from './input/schemas.js';
import { save } from './rows/download.js';
import { MOST_AT_ONCE } from './scoring/score.js';

/** What files can hold, before there is one. */
export function KnownFiles(): ReactElement {
  const schemas = useQuery({ queryKey: ['schemas'], queryFn: readSchemas });
  return (
    <Panel title="What it reads">
      <div className="stack-small">
        <p>
          <strong>URLs</strong>: one a line, or a CSV with a column of URLs or hosts. Defanged ones are fine.
        </p>
        <p>
          <strong>Features</strong>: a CSV whose header names all the columns of a schema, in any order. An
          empty cell or <code>?</code> is a missing value; other columns are left out.
        </p>
        <QueryState query={schemas} label="Reading the schemas…" lines={2}>
          {(known) =>
            known
              .filter(({ columns }) => columns.length > 0)
              .map((each) => <Columns key={each.name} schema={each} />)
          }
        </QueryState>
        <p className="quiet">
          More than {count(MOST_AT_ONCE)} rows are scored in the background, by a job. Nothing of the file
          goes anywhere else than to this Weir.
        </p>
      </div>
    </Panel>
  );
}

function Columns({ schema: { name, columns } }: { readonly schema: Schema }): ReactElement {
  const names = columns.map((column) => column.name);
  return (
    <details>
      <summary>
        {name}: {columns.length} columns
      </summary>
      <div className="stack-small known-columns">
        <ul className="chips list-plain">
          {columns.map((column) => (
            <li key={column.name}>
              <code>{column.name}</code>
              <span className="quiet"> {valuesOf(column)}</span>
            </li>
          ))}
        </ul>
        <Button onClick={() => save(`${name}-template.csv`, 'text/csv', [csvLine(names)])}>
          Save the header line as a file<span className="seen-by-none"> for {name}</span>
        </Button>
      </div>
    </details>
  );
}

function valuesOf({ allowed, type }: Schema['columns'][number]): string {
  if (allowed !== undefined) return allowed.join(', ');
  return type === 'integer' ? 'whole number' : 'number';
}
