import type { ReactElement, ReactNode } from 'react';
import './charts.css';

export interface Tile {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** A few figures, large. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }): ReactElement {
  return (
    <dl className="tiles">
      {tiles.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figures">
            {value}
            {note === undefined ? null : <span className="quiet tile-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
