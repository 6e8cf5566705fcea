import type { StreamStats } from '@weir/client';
import { memo, type ReactElement, useMemo } from 'react';
import { ChartFigure } from '../charts/index.js';
import { TimeChart } from '../charts/time-chart.js';
import { Table } from '../components/index.js';
import { duration, rate } from './figures.js';
import { secondOf, seriesOf, type WindowSummary } from './stats-window.js';

export interface LiveChartsProps {
  readonly stats: readonly StreamStats[];
  readonly summary: WindowSummary;
}

/** Drawn when there is another second, not for each verdict. */
export const LiveCharts = memo(function LiveCharts({ stats, summary }: LiveChartsProps): ReactElement {
  const series = useMemo(() => seriesOf(stats), [stats]);
  const table = (): ReactElement => <Seconds stats={stats} />;
  const rates = useMemo(
    () => [
      { label: 'all', colour: '--chart-1', isFilled: true, values: series.perSecond } as const,
      { label: 'suspicious', colour: '--suspicious', values: series.suspicious } as const,
      { label: 'malicious', colour: '--malicious', isDashed: true, values: series.malicious } as const,
    ],
    [series],
  );
  const latencies = useMemo(
    () => [
      { label: 'p50', colour: '--chart-1', values: series.p50 } as const,
      { label: 'p99', colour: '--chart-2', isDashed: true, values: series.p99 } as const,
    ],
    [series],
  );
  const { perSecond, latencyMs, total } = summary;
  return (
    <div className="grid-halves">
      <ChartFigure
        title="Verdicts a second, last 2 minutes"
        summary={`${rate(perSecond)} a second now, ${total} in the last two minutes`}
        legend={rates}
        table={table}
      >
        <TimeChart at={series.at} series={rates} formatValue={rate} />
      </ChartFigure>
      <ChartFigure
        title="Latency, last 2 minutes"
        summary={
          latencyMs === null
            ? 'not known'
            : `median ${duration(latencyMs.p50)}, 99th percentile ${duration(latencyMs.p99)}`
        }
        legend={latencies}
        table={table}
      >
        <TimeChart at={series.at} series={latencies} formatValue={duration} />
      </ChartFigure>
    </div>
  );
});

const SHOWN_SECONDS = 30;

function Seconds({ stats }: { readonly stats: readonly StreamStats[] }): ReactElement {
  return (
    <Table
      caption={`The last ${SHOWN_SECONDS} seconds, newest first`}
      rows={stats.slice(-SHOWN_SECONDS).reverse()}
      rowKey={(row) => String(secondOf(row))}
      columns={[
        {
          key: 'at',
          header: 'Second',
          isRowHeader: true,
          cell: ({ at }) => new Date(at).toLocaleTimeString('en-GB'),
        },
        { key: 'all', header: 'Verdicts', align: 'end', cell: (row) => rate(row.perSecond) },
        { key: 'malicious', header: 'Malicious', align: 'end', cell: (row) => row.verdicts.malicious },
        { key: 'suspicious', header: 'Suspicious', align: 'end', cell: (row) => row.verdicts.suspicious },
        { key: 'p50', header: 'p50', align: 'end', cell: ({ latencyMs: l }) => (l ? duration(l.p50) : '–') },
        { key: 'p99', header: 'p99', align: 'end', cell: ({ latencyMs: l }) => (l ? duration(l.p99) : '–') },
      ]}
    />
  );
}
