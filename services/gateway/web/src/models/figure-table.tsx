import type { ReactElement } from 'react';
import { count, Table } from '../components/index.js';
import { FigureText } from './f1.js';
import { FIGURE_WORDS, figureOf, type Metrics, SPLIT_WORDS, SPLITS, type Split } from './figures.js';

export interface FigureTableProps {
  readonly metrics: Metrics;
  /** What was kept on one side of the split. */
  readonly keptTogether?: string | undefined;
}

/** Every figure of both tests. */
export function FigureTable({ metrics, keptTogether }: FigureTableProps): ReactElement {
  const names = Object.keys(FIGURE_WORDS).filter(
    (name) => figureOf(metrics, 'grouped', name) !== null || figureOf(metrics, 'plain', name) !== null,
  );
  const column = (split: Split) => ({
    key: split,
    header: SPLIT_WORDS[split],
    align: 'end' as const,
    cell: (name: string) => <FigureText metrics={metrics} split={split} name={name} />,
  });
  return (
    <div className="stack-small">
      <Table
        caption="Figures of the test, with 95 % intervals"
        rows={names}
        rowKey={(name) => name}
        columns={[
          { key: 'figure', header: 'Figure', isRowHeader: true, cell: (name) => FIGURE_WORDS[name] },
          column('grouped'),
          column('plain'),
        ]}
      />
      <p className="quiet">
        With 95 % bootstrap intervals. Held out by group
        {keptTogether === undefined ? '' : ` (kept together: ${keptTogether})`} has the honest figures, of{' '}
        {rowsOf(metrics, 'grouped')}; the plain split, of {rowsOf(metrics, 'plain')} with copies of a row on
        both sides, is for comparison with published ones.
      </p>
    </div>
  );
}

function rowsOf(metrics: Metrics, split: Split): string {
  const rows = metrics[`${SPLITS[split]}.rows`];
  return rows === undefined ? 'rows not counted' : `${count(rows)} rows`;
}
