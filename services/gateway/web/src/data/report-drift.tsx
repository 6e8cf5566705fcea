import { type ReactElement, useState } from 'react';
import { Badge, Button, Table } from '../components/index.js';
import type { ValidationReport } from './data-types.js';
import { moveWord } from './drift-series.js';

const FIRST = 10;

/** Column by column, the one that moved farthest first. */
export function ReportDrift({
  drift,
}: {
  readonly drift: NonNullable<ValidationReport['drift']>;
}): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const sorted = [...drift.columns].sort(
    (a, b) => (b.populationStabilityIndex ?? 0) - (a.populationStabilityIndex ?? 0),
  );
  const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
  return (
    <div className="stack-small">
      <Changed drift={drift} />
      <Table
        caption="Drift by column, the largest first"
        rows={isWhole ? sorted : sorted.slice(0, FIRST)}
        rowKey={({ column }) => column}
        columns={[
          { key: 'column', header: 'Column', isRowHeader: true, cell: ({ column }) => column },
          {
            key: 'psi',
            header: 'Stability index',
            align: 'end',
            cell: (each) => figure(each.populationStabilityIndex),
          },
          {
            key: 'p',
            header: 'p, adjusted',
            align: 'end',
            cell: ({ adjustedPValue: p }) => (p !== null && p < 0.001 ? 'under 0.001' : figure(p)),
          },
          { key: 'test', header: 'Test', cell: ({ test }) => test },
          {
            key: 'drifted',
            header: 'Drifted',
            cell: ({ drifted, populationStabilityIndex }) => (
              <Badge
                tone={drifted ? 'suspicious' : 'neutral'}
                {...(drifted ? { icon: 'warning' as const } : {})}
              >
                {drifted ? `yes, ${moveWord(populationStabilityIndex ?? 0)}` : 'no'}
              </Badge>
            ),
          },
        ]}
      />
      {sorted.length > FIRST ? (
        <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer columns' : `All ${sorted.length} columns`}
        </Button>
      ) : null}
    </div>
  );
}

function Changed({ drift }: { readonly drift: NonNullable<ValidationReport['drift']> }): ReactElement | null {
  const { added, removed, changedKind } = drift;
  const told = [
    [added, 'New columns'],
    [removed, 'Gone columns'],
    [changedKind, 'Of another kind'],
  ] as const;
  const some = told.filter(([names]) => names.length > 0);
  if (some.length === 0) return null;
  return (
    <ul>
      {some.map(([names, words]) => (
        <li key={words}>
          {words}: {names.join(', ')}
        </li>
      ))}
    </ul>
  );
}
