import { type ReactElement, type ReactNode, useMemo } from 'react';
import { ChartFigure } from '../charts/index.js';
import { TimeChart } from '../charts/time-chart.js';
import { Field, Panel, Table } from '../components/index.js';
import { DriftRanking } from './drift-ranking.js';
import {
  type DriftPoint,
  type DriftSeries,
  LARGE,
  MAY_COUNT,
  moveWord,
  ranked,
  seriesOf,
} from './drift-series.js';

export interface DriftOverTimeProps {
  readonly points: readonly DriftPoint[];
  readonly feature: string | null;
  readonly onFeature: (feature: string) => void;
  /** More of the feature shown. */
  readonly children?: ReactNode;
}

/** One feature's way through the reports, and which features moved farthest. */
export function DriftOverTime({ points, feature, onFeature, children }: DriftOverTimeProps): ReactElement {
  const features = useMemo(() => ranked(points), [points]);
  return (
    <>
      <Panel title="Over time">
        <div className="stack">
          <Field label="Feature" className="one-field">
            {(control) => (
              <select
                {...control}
                className="input"
                value={feature ?? ''}
                onChange={({ target }) => onFeature(target.value)}
              >
                {features.map((each) => (
                  <option key={each.feature}>{each.feature}</option>
                ))}
              </select>
            )}
          </Field>
          {feature === null ? null : <FeatureChart points={points} feature={feature} />}
        </div>
      </Panel>
      {children}
      <Panel title="What moved farthest">
        <DriftRanking features={features} onFeature={onFeature} />
      </Panel>
    </>
  );
}

const LEVELS = [
  { label: 'may count', colour: '--suspicious', value: MAY_COUNT },
  { label: 'large', colour: '--malicious', value: LARGE },
] as const;

const index = (value: number): string => value.toFixed(2);

function FeatureChart({
  points,
  feature,
}: {
  readonly points: readonly DriftPoint[];
  readonly feature: string;
}): ReactElement {
  const found = useMemo(() => seriesOf(points, feature), [points, feature]);
  const series = useMemo(
    () => [{ label: feature, colour: '--chart-1', hasDots: true, values: found.values } as const],
    [feature, found],
  );
  const latest = found.values.findLast((value) => value !== null);
  return (
    <ChartFigure
      title={`Stability index of ${feature}`}
      summary={
        latest == null
          ? 'not known'
          : `${index(latest)} in the newest of ${found.at.length} reports, which is ${moveWord(latest)}`
      }
      legend={[...series, ...LEVELS.map((level) => ({ ...level, isDashed: true }))]}
      table={() => <Values found={found} />}
    >
      <TimeChart
        at={found.at}
        series={series}
        levels={LEVELS}
        formatValue={index}
        atLeast={LARGE * 1.3}
        height={220}
      />
    </ChartFigure>
  );
}

function Values({ found: { at, values } }: { readonly found: DriftSeries }): ReactElement {
  return (
    <Table
      caption="Stability index by report, newest first"
      rows={at.map((seconds, row) => ({ seconds, value: values[row] ?? null, row })).reverse()}
      rowKey={({ row }) => String(row)}
      columns={[
        {
          key: 'at',
          header: 'Until',
          isRowHeader: true,
          cell: ({ seconds }) => new Date(seconds * 1_000).toLocaleString('en-GB'),
        },
        {
          key: 'value',
          header: 'Stability index',
          align: 'end',
          cell: ({ value }) => (value === null ? '–' : value.toFixed(3)),
        },
      ]}
    />
  );
}
