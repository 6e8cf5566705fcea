import type { ReactElement } from 'react';
import type { ChartColour } from './chart-figure.js';
import { linePath, SIDE, toX, toY } from './unit-path.js';

export interface UnitSeries {
  readonly label: string;
  readonly colour: ChartColour;
  readonly isDashed?: boolean;
  readonly hasDots?: boolean;
  /** Both from 0 to 1. */
  readonly points: readonly (readonly [number, number])[];
}

export interface UnitChartProps {
  readonly series: readonly UnitSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What chance, or perfect agreement, would draw: from the lower left to the upper right. */
  readonly hasDiagonal?: boolean;
}

const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** Curves between 0 and 1 in both directions: ROC, precision–recall, reliability. Stands in a `ChartFigure`. */
export function UnitChart({ series, xLabel, yLabel, hasDiagonal = false }: UnitChartProps): ReactElement {
  return (
    <svg viewBox="0 0 340 320" className="unit-chart" aria-hidden="true">
      {MARKS.map((mark) => (
        <g key={mark}>
          <line className="chart-grid" x1={toX(mark)} y1={toY(0)} x2={toX(mark)} y2={toY(1)} />
          <line className="chart-grid" x1={toX(0)} y1={toY(mark)} x2={toX(1)} y2={toY(mark)} />
          <text className="chart-mark" x={toX(mark)} y={toY(0) + 18} textAnchor="middle">
            {mark}
          </text>
          <text className="chart-mark" x={toX(0) - 8} y={toY(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      <text className="chart-mark" x={toX(0.5)} y={toY(0) + 36} textAnchor="middle">
        {xLabel}
      </text>
      <text
        className="chart-mark"
        textAnchor="middle"
        transform={`translate(12 ${toY(0) - SIDE / 2}) rotate(-90)`}
      >
        {yLabel}
      </text>
      {hasDiagonal ? (
        <line className="chart-diagonal" x1={toX(0)} y1={toY(0)} x2={toX(1)} y2={toY(1)} />
      ) : null}
      {series.map((each) => (
        <Curve key={each.label} series={each} />
      ))}
    </svg>
  );
}

function Curve({ series }: { readonly series: UnitSeries }): ReactElement {
  const { points, colour, isDashed = false, hasDots = false } = series;
  const stroke = `var(${colour})`;
  return (
    <g>
      <path
        d={linePath(points)}
        fill="none"
        stroke={stroke}
        strokeWidth="2.5"
        strokeLinejoin="round"
        strokeDasharray={isDashed ? '7 5' : undefined}
      />
      {hasDots
        ? points.map(([x, y]) => <circle key={`${x} ${y}`} cx={toX(x)} cy={toY(y)} r="3.5" fill={stroke} />)
        : null}
    </g>
  );
}
