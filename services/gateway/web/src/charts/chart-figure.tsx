import { type ReactElement, type ReactNode, useId, useState } from 'react';
import './charts.css';

/** A line, bar or dot of a chart, by name and colour: `--chart-1`. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: ChartColour;
  readonly isDashed?: boolean;
}

export type ChartColour = `--${string}`;

export interface ChartFigureProps {
  readonly title: string;
  /** The essential figures in a sentence: all that screen readers get of the drawing. */
  readonly summary: string;
  readonly legend?: readonly LegendEntry[];
  /** The same data as a table; made when somebody opens it. */
  readonly table?: () => ReactNode;
  /** The drawing. */
  readonly children: ReactNode;
}

/** A drawing with its name, what it says, and its figures as text. */
export function ChartFigure({ title, summary, legend, table, children }: ChartFigureProps): ReactElement {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="row row-spread chart-head">
        <span id={id} className="chart-title">
          {title}
        </span>
        {legend === undefined ? null : <Legend entries={legend} />}
      </figcaption>
      <div role="img" aria-label={`${title}: ${summary}`} className="chart-drawing">
        {children}
      </div>
      {table === undefined ? null : <AsTable title={title} table={table} />}
    </figure>
  );
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }): ReactElement {
  return (
    <ul className="list-plain row chart-legend">
      {entries.map(({ label, colour, isDashed = false }) => (
        <li key={label}>
          <svg width="20" height="8" aria-hidden="true">
            <line
              x1="0"
              y1="4"
              x2="20"
              y2="4"
              stroke={`var(${colour})`}
              strokeWidth="3"
              strokeDasharray={isDashed ? '5 4' : undefined}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function AsTable({
  title,
  table,
}: {
  readonly title: string;
  readonly table: () => ReactNode;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        As a table<span className="seen-by-none">: {title}</span>
      </summary>
      {isOpen ? table() : null}
    </details>
  );
}
