import type { ReactElement } from 'react';
import { Badge, Table, type Tone } from '../components/index.js';
import {
  FIGURE_WORDS,
  figure,
  intervalText,
  SPLIT_WORDS,
  type Standing,
  signed,
  standingOf,
} from './figures.js';
import type { ComparedMetric } from './model-types.js';

export interface ComparedFiguresProps {
  readonly metrics: readonly ComparedMetric[];
  /** Versions. */
  readonly a: number;
  readonly b: number;
}

/** Figure by figure, with what the difference is worth; the honest test first. */
export function ComparedFigures({ metrics, a, b }: ComparedFiguresProps): ReactElement {
  const of = (split: ComparedMetric['split']): readonly ComparedMetric[] =>
    Object.keys(FIGURE_WORDS).flatMap((name) =>
      metrics.filter((each) => each.split === split && each.metric === name),
    );
  return (
    <div className="stack">
      <p className="quiet">
        Where the 95 % intervals overlap, another test could have put either version first: the difference is
        within noise.
      </p>
      <Figures metrics={of('grouped')} caption={SPLIT_WORDS.grouped} a={a} b={b} />
      <details>
        <summary>{SPLIT_WORDS.plain}</summary>
        <Figures metrics={of('plain')} caption={SPLIT_WORDS.plain} a={a} b={b} />
      </details>
    </div>
  );
}

const TONES: Readonly<Record<Standing, Tone>> = {
  better: 'safe',
  worse: 'malicious',
  'within noise': 'neutral',
  'the same': 'neutral',
  unknown: 'neutral',
};

function Figures({
  metrics,
  caption,
  a,
  b,
}: ComparedFiguresProps & { readonly caption: string }): ReactElement {
  const side = (name: 'a' | 'b', version: number) => ({
    key: name,
    header: `${name.toUpperCase()}: version ${version}`,
    align: 'end' as const,
    cell: (metric: ComparedMetric) => <Value metric={metric} side={name} />,
  });
  return (
    <Table
      caption={caption}
      showCaption
      rows={metrics}
      rowKey={({ metric }) => metric}
      columns={[
        {
          key: 'figure',
          header: 'Figure',
          isRowHeader: true,
          cell: ({ metric }) => FIGURE_WORDS[metric] ?? metric,
        },
        side('a', a),
        side('b', b),
        {
          key: 'difference',
          header: 'B − A',
          align: 'end',
          cell: ({ difference }) => (difference === null ? '–' : signed(difference)),
        },
        {
          key: 'standing',
          header: 'B is',
          cell: (metric) => <StandingBadge standing={standingOf(metric)} />,
        },
      ]}
    />
  );
}

function StandingBadge({ standing }: { readonly standing: Standing }): ReactElement {
  return <Badge tone={TONES[standing]}>{standing}</Badge>;
}

function Value({
  metric,
  side,
}: {
  readonly metric: ComparedMetric;
  readonly side: 'a' | 'b';
}): ReactElement {
  const value = metric[side];
  if (value === null) return <>–</>;
  return (
    <span className="figures figure-text">
      {figure(value)}
      {metric.interval === undefined ? null : (
        <span className="quiet">{intervalText(metric.interval[side])}</span>
      )}
    </span>
  );
}
