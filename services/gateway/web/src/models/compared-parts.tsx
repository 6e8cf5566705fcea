import { type ReactElement, useState } from 'react';
import { Badge, Button, percent, Table } from '../components/index.js';
import type { ModelComparison } from './model-types.js';

interface Versions {
  readonly a: number;
  readonly b: number;
}

const FIRST = 12;

export function ComparedImportance({
  importance,
  a,
  b,
}: Versions & Pick<ModelComparison, 'importance'>): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(...importance.flatMap((each) => [each.a ?? 0, each.b ?? 0]), Number.MIN_VALUE);
  const bar = (value: number | null, colour: string) => (
    <span className="paired-bar">
      <span className="bar-track" aria-hidden="true">
        <span
          className="bar-fill"
          style={{ width: `${(100 * (value ?? 0)) / most}%`, background: `var(${colour})` }}
        />
      </span>
      <span className="figures">{value === null ? '–' : value === 0 ? '0 %' : percent(value)}</span>
    </span>
  );
  return (
    <div className="stack-small">
      <Table
        caption="Share of the gain by feature"
        rows={isWhole ? importance : importance.slice(0, FIRST)}
        rowKey={({ feature }) => feature}
        columns={[
          { key: 'feature', header: 'Feature', isRowHeader: true, cell: ({ feature }) => feature },
          { key: 'a', header: `A: version ${a}`, cell: (each) => bar(each.a, '--chart-1') },
          { key: 'b', header: `B: version ${b}`, cell: (each) => bar(each.b, '--chart-2') },
        ]}
      />
      {importance.length > FIRST ? (
        <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer features' : `All ${importance.length} features`}
        </Button>
      ) : null}
    </div>
  );
}

export function ComparedParameters({
  parameters,
  a,
  b,
}: Versions & Pick<ModelComparison, 'parameters'>): ReactElement {
  return (
    <Table
      caption="Parameters of both"
      rows={parameters}
      rowKey={({ parameter }) => parameter}
      columns={[
        {
          key: 'parameter',
          header: 'Parameter',
          isRowHeader: true,
          cell: (each) => (
            <span className="row">
              {each.parameter}
              {each.a === each.b ? null : <Badge tone="accent">differs</Badge>}
            </span>
          ),
        },
        { key: 'a', header: `A: version ${a}`, cell: (each) => String(each.a ?? '–') },
        { key: 'b', header: `B: version ${b}`, cell: (each) => String(each.b ?? '–') },
      ]}
    />
  );
}
