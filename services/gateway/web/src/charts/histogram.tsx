import type { ReactElement } from 'react';
import { percent, Table } from '../components/index.js';
import { type ChartColour, ChartFigure } from './chart-figure.js';
import { type Bin, shares, tallest } from './histogram-bins.js';

export interface HistogramProps {
  readonly title: string;
  readonly summary: string;
  readonly bins: readonly Bin[];
  readonly currentLabel: string;
  readonly referenceLabel: string;
}

const CURRENT: ChartColour = '--chart-1';
const REFERENCE: ChartColour = '--chart-2';
const WIDTH = 340;
const HEIGHT = 150;
const FLOOR = HEIGHT - 22;
/** Of a letter, about. */
const LETTER = 7.5;

/** Shares of rows by value: now, and in the reference, side by side. */
export function Histogram(props: HistogramProps): ReactElement {
  const { title, summary, currentLabel, referenceLabel } = props;
  const bins = shares(props.bins);
  const hasReference = bins.some(({ reference }) => reference > 0);
  const longest = Math.max(1, ...bins.map(({ label }) => label.length));
  const every = Math.ceil(((longest + 1) * LETTER * bins.length) / WIDTH);
  const legend = [
    { label: currentLabel, colour: CURRENT },
    ...(hasReference ? [{ label: referenceLabel, colour: REFERENCE }] : []),
  ];
  return (
    <ChartFigure title={title} summary={summary} legend={legend} table={() => <Rows {...props} />}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="histogram" aria-hidden="true">
        <line className="chart-grid" x1="0" y1={FLOOR} x2={WIDTH} y2={FLOOR} />
        {bins.map((bin, index) => (
          <Pair
            key={bin.label}
            bin={bin}
            index={index}
            of={bins.length}
            most={tallest(bins)}
            isSingle={!hasReference}
            every={every}
          />
        ))}
      </svg>
    </ChartFigure>
  );
}

interface PairProps {
  readonly bin: Bin;
  readonly index: number;
  readonly of: number;
  readonly most: number;
  readonly isSingle: boolean;
  /** Which of the bins have room for their label. */
  readonly every: number;
}

function Pair({ bin, index, of, most, isSingle, every }: PairProps): ReactElement {
  const room = WIDTH / of;
  const left = index * room + room * 0.12;
  const width = (room * 0.76) / (isSingle ? 1 : 2);
  const height = (share: number): number => (FLOOR - 6) * (most === 0 ? 0 : share / most);
  const isLabelled = index % every === 0;
  return (
    <g>
      <rect
        x={left}
        y={FLOOR - height(bin.current)}
        width={width}
        height={height(bin.current)}
        fill={`var(${CURRENT})`}
      />
      {isSingle ? null : (
        <rect
          x={left + width}
          y={FLOOR - height(bin.reference)}
          width={width}
          height={height(bin.reference)}
          fill={`var(${REFERENCE})`}
        />
      )}
      {isLabelled ? (
        <text className="chart-mark" x={index * room + room / 2} y={HEIGHT - 5} textAnchor="middle">
          {bin.label}
        </text>
      ) : null}
    </g>
  );
}

function Rows({ title, bins, currentLabel, referenceLabel }: HistogramProps): ReactElement {
  const share = (value: number): string => (value === 0 ? '0 %' : percent(value));
  return (
    <Table
      caption={title}
      rows={shares(bins)}
      rowKey={({ label }) => label}
      columns={[
        { key: 'value', header: 'Value', isRowHeader: true, cell: ({ label }) => label },
        { key: 'now', header: currentLabel, align: 'end', cell: ({ current }) => share(current) },
        {
          key: 'before',
          header: referenceLabel,
          align: 'end',
          cell: ({ reference }) => share(reference),
        },
      ]}
    />
  );
}
