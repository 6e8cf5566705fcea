export { type Bar, Bars, type BarsProps } from './bars.js';
export { type ChartColour, ChartFigure, type ChartFigureProps, type LegendEntry } from './chart-figure.js';
export { Histogram, type HistogramProps } from './histogram.js';
export { type Bin, valueBins } from './histogram-bins.js';
export { type Tile, Tiles } from './tiles.js';
export { UnitChart, type UnitChartProps, type UnitSeries } from './unit-chart.js';
