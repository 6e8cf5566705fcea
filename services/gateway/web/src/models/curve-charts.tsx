import type { ReactElement } from 'react';
import { type ChartColour, ChartFigure, UnitChart, type UnitSeries } from '../charts/index.js';
import { count, Table } from '../components/index.js';
import { valueAt } from './figures.js';
import type { Curves, ReliabilityBin } from './model-types.js';

export interface CurveSide {
  readonly label: string;
  readonly curves: Curves;
}

const COLOURS: readonly ChartColour[] = ['--chart-1', '--chart-2'];

type Points = Curves['roc'];

/** ROC, precision–recall and reliability, of one version or of two over each other. */
export function CurveCharts({ sides }: { readonly sides: readonly CurveSide[] }): ReactElement {
  const hasCurves = sides.some(({ curves }) => curves.roc.length > 0);
  return (
    <div className="curves">
      {hasCurves ? (
        <>
          <Curve
            title="ROC"
            axes={['False positive rate', 'True positive rate']}
            sides={sides.map(({ label, curves }) => ({ label, points: curves.roc }))}
            hasDiagonal
            summaryAt={0.01}
          />
          <Curve
            title="Precision and recall"
            axes={['Recall', 'Precision']}
            sides={sides.map(({ label, curves }) => ({ label, points: curves.precisionRecall }))}
            summaryAt={0.9}
          />
        </>
      ) : null}
      <Reliability sides={sides} />
    </div>
  );
}

interface CurveProps {
  readonly title: string;
  readonly axes: readonly [x: string, y: string];
  readonly sides: readonly { readonly label: string; readonly points: Points }[];
  readonly hasDiagonal?: boolean;
  /** Where the curves are told in words. */
  readonly summaryAt: number;
}

function Curve({ title, axes: [x, y], sides, hasDiagonal = false, summaryAt }: CurveProps): ReactElement {
  const series = sides
    .map(({ label, points }, index) => lineOf(label, index, points))
    .filter(({ points }) => points.length > 0);
  const told = (points: Points): string => valueAt(points, summaryAt)?.toFixed(3) ?? 'not known';
  const summary = `${y} at a ${x.toLowerCase()} of ${summaryAt}: ${series
    .map(({ label, points }) => `${label} ${told(points)}`)
    .join(', ')}`;
  return (
    <ChartFigure
      title={title}
      summary={summary}
      {...(sides.length > 1 ? { legend: series } : {})}
      table={() =>
        series.map(({ label, points }) => (
          <Table
            key={label}
            caption={`${title}, ${label}`}
            showCaption={sides.length > 1}
            rows={everyFifth(points)}
            rowKey={([a, b]) => `${a} ${b}`}
            columns={[
              { key: 'x', header: x, align: 'end', cell: ([value]) => value.toFixed(3) },
              { key: 'y', header: y, align: 'end', cell: ([, value]) => value.toFixed(3) },
            ]}
          />
        ))
      }
    >
      <UnitChart series={series} xLabel={x} yLabel={y} hasDiagonal={hasDiagonal} />
    </ChartFigure>
  );
}

function lineOf(label: string, index: number, points: Points): UnitSeries {
  return { label, colour: COLOURS[index] ?? '--chart-3', isDashed: index > 0, points };
}

/** A table of a hundred points is read by nobody. */
function everyFifth(points: Points): Points {
  return points.filter((_, index) => index % 5 === 0 || index === points.length - 1);
}

function Reliability({ sides }: { readonly sides: readonly CurveSide[] }): ReactElement | null {
  const series = sides
    .map(({ label, curves }, index) => ({
      ...lineOf(
        label,
        index,
        curves.reliability.map(({ predicted, observed }) => [predicted, observed]),
      ),
      hasDots: true,
      bins: curves.reliability,
    }))
    .filter(({ points }) => points.length > 0);
  if (series.length === 0) return null;
  const summary = series
    .map(({ label, bins }) => `${label} is off by ${(100 * offBy(bins)).toFixed(1)} % on average`)
    .join(', ');
  return (
    <ChartFigure
      title="Reliability"
      summary={summary}
      {...(sides.length > 1 ? { legend: series } : {})}
      table={() =>
        series.map(({ label, bins }) => (
          <Table
            key={label}
            caption={`Reliability, ${label}`}
            showCaption={sides.length > 1}
            rows={bins}
            rowKey={({ predicted }) => String(predicted)}
            columns={[
              {
                key: 'said',
                header: 'Probability said',
                align: 'end',
                cell: (bin) => bin.predicted.toFixed(3),
              },
              { key: 'was', header: 'Share that was', align: 'end', cell: (bin) => bin.observed.toFixed(3) },
              { key: 'rows', header: 'Rows', align: 'end', cell: (bin) => count(bin.rows) },
            ]}
          />
        ))
      }
    >
      <UnitChart series={series} xLabel="Probability said" yLabel="Share that was phishing" hasDiagonal />
    </ChartFigure>
  );
}

/** Mean distance between what was said and what was, by rows. */
function offBy(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, { rows }) => sum + rows, 0) || 1;
  return (
    bins.reduce((sum, { predicted, observed, rows }) => sum + Math.abs(predicted - observed) * rows, 0) / all
  );
}
