import type { ReactElement, ReactNode } from 'react';
import type { ChartColour } from './chart-figure.js';
import './charts.css';

export interface Bar {
  readonly label: string;
  /** Never drawn shorter than nothing. */
  readonly value: number;
  readonly text: string;
}

export interface BarsProps {
  /** Says what the bars are, to screen readers. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly colour?: ChartColour;
  /** What fills the whole width; the largest bar where absent. */
  readonly most?: number;
  /** Beside a bar's label. */
  readonly after?: (bar: Bar) => ReactNode;
}

/** Bars lying one below the other, each with its name and figure: text, and needing no other alternative. */
export function Bars({ label, bars, colour = '--chart-1', most, after }: BarsProps): ReactElement {
  const whole = most ?? Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <ul className="list-plain bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span className="bar-label">
            {bar.label}
            {after?.(bar)}
          </span>
          <span className="bar-track" aria-hidden="true">
            <span className="bar-fill" style={fill(bar.value / whole, colour)} />
          </span>
          <span className="bar-value figures">{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}

function fill(share: number, colour: ChartColour): { width: string; background: string } {
  const width = `${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%`;
  return { width, background: `var(${colour})` };
}
