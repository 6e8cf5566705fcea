import type { ReactElement } from 'react';
import { count, percent, Table, VerdictBadge } from '../components/index.js';
import type { ModelCard, ModelVersion } from './model-types.js';

export interface DecisionsProps {
  readonly version: ModelVersion;
  readonly card: ModelCard | null;
}

/** From which probability on it says what, and what it took for what. */
export function Decisions({ version, card }: DecisionsProps): ReactElement {
  return (
    <div className="grid-halves">
      <Thresholds version={version} />
      {card?.splits.grouped == null ? null : <Confusion card={card} />}
    </div>
  );
}

function Thresholds({ version: { thresholds, metrics } }: { readonly version: ModelVersion }): ReactElement {
  const share = (verdict: string, name: string): string => {
    const value = metrics[`outOfFold.${verdict}.${name}`];
    return value === undefined ? '–' : percent(value);
  };
  return (
    <Table
      caption="Thresholds, with what they cost and find on rows held out"
      showCaption
      rows={['malicious', 'suspicious'] as const}
      rowKey={(verdict) => verdict}
      columns={[
        {
          key: 'verdict',
          header: 'Verdict',
          isRowHeader: true,
          cell: (verdict) => <VerdictBadge verdict={verdict} />,
        },
        {
          key: 'from',
          header: 'From probability',
          align: 'end',
          cell: (verdict) => percent(thresholds[verdict]),
        },
        {
          key: 'false',
          header: 'False positives',
          align: 'end',
          cell: (verdict) => share(verdict, 'falsePositiveRate'),
        },
        { key: 'recall', header: 'Recall', align: 'end', cell: (verdict) => share(verdict, 'recall') },
      ]}
    />
  );
}

function Confusion({ card }: { readonly card: ModelCard }): ReactElement | null {
  const classes = Object.keys(card.data.classes);
  const rows = card.splits.grouped?.confusion ?? [];
  if (rows.length !== classes.length) return null;
  return (
    <Table
      caption="Rows by true class, held out by group"
      showCaption
      rows={classes.map((name, index) => ({ name, counts: rows[index] ?? [] }))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'true', header: 'True class', isRowHeader: true, cell: ({ name }) => name },
        ...classes.map((name, index) => ({
          key: name,
          header: `called ${name}`,
          align: 'end' as const,
          cell: ({ counts }: { readonly counts: readonly number[] }) => count(counts[index] ?? 0),
        })),
      ]}
    />
  );
}
