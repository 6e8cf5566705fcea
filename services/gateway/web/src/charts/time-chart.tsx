import { type ReactElement, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { tokenValue, useTheme } from '../theme/theme.js';
import type { ChartColour } from './chart-figure.js';
import { timeLabels } from './time-labels.js';

export interface TimeSeries {
  readonly label: string;
  readonly colour: ChartColour;
  readonly isDashed?: boolean;
  /** Filled down to the axis, lightly. */
  readonly isFilled?: boolean;
  /** Dots on the values: where there are few. */
  readonly hasDots?: boolean;
  /** One for each time; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** A value to be seen beside the series: from there on something counts. */
export interface Level {
  readonly label: string;
  readonly colour: ChartColour;
  readonly value: number;
}

export interface TimeChartProps {
  /** Seconds since 1970, rising. */
  readonly at: readonly number[];
  readonly series: readonly TimeSeries[];
  readonly levels?: readonly Level[];
  readonly formatValue: (value: number) => string;
  /** Pixels. */
  readonly height?: number;
  /** The axis of values reaches at least so far. */
  readonly atLeast?: number;
}

const FONT = '12px system-ui, sans-serif';
const AXIS_WIDTH = 64;
/** Seconds about a single point. */
const ABOUT_ONE = 3_600;
const HEADROOM = 1.08;

/** Values over time, on a canvas: made for hundreds of points that change each second. Stands in a `ChartFigure`. */
export function TimeChart(props: TimeChartProps): ReactElement {
  const { at, series } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const latest = useRef(props);
  latest.current = props;
  const theme = useTheme();
  const shape = series.map(({ label, colour }) => `${label} ${colour}`).join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme or other series need another chart
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = new uPlot(optionsOf(latest.current, element.clientWidth), dataOf(latest.current), element);
    chart.current = made;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height: made.height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, [theme, shape]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chart keeps its data until there are others
  useEffect(() => chart.current?.setData(dataOf(latest.current)), [at, series]);

  return <div ref={place} className="time-chart" />;
}

function dataOf({ at, series }: TimeChartProps): uPlot.AlignedData {
  return [[...at], ...series.map(({ values }) => [...values])];
}

function optionsOf(props: TimeChartProps, width: number): uPlot.Options {
  const { height = 190, atLeast = 1, levels = [], formatValue } = props;
  const ink = tokenValue('--quiet');
  const line = { stroke: tokenValue('--line'), width: 1 };
  const axis: uPlot.Axis = { stroke: ink, font: FONT, grid: line, ticks: line };
  return {
    width,
    height,
    padding: [8, 24, 0, 0],
    cursor: { drag: { x: false, y: false }, y: false },
    legend: { show: false },
    scales: {
      x: { range: (_, from, to) => (from === to ? [from - ABOUT_ONE, to + ABOUT_ONE] : [from, to]) },
      y: { range: (_, __, most) => [0, Math.max(atLeast, (most ?? 0) * HEADROOM)] },
    },
    hooks: { drawAxes: [(chart) => drawLevels(chart, levels)] },
    axes: [
      { ...axis, space: 72, size: 30, values: (_, at) => timeLabels(at) },
      { ...axis, size: AXIS_WIDTH, values: (_, values) => values.map(formatValue) },
    ],
    series: [{}, ...props.series.map(seriesOf)],
  };
}

function seriesOf(series: TimeSeries): uPlot.Series {
  const { label, colour, isDashed = false, isFilled = false, hasDots = false } = series;
  const stroke = tokenValue(colour);
  return {
    label,
    stroke,
    width: 2,
    spanGaps: hasDots,
    points: { show: hasDots, size: 7, fill: stroke },
    ...(isDashed ? { dash: [6, 5] } : {}),
    ...(isFilled ? { fill: `${stroke}22` } : {}),
  };
}

function drawLevels(chart: uPlot, levels: readonly Level[]): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
  for (const { value, colour } of levels) {
    const y = chart.valToPos(value, 'y', true);
    ctx.strokeStyle = tokenValue(colour);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}
