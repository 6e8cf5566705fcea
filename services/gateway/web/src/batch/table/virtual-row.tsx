import { memo, type ReactElement } from 'react';
import { Button, percent, shownUrl, VerdictBadge } from '../../components/index.js';
import type { BatchRow } from '../rows/batch-row.js';

/** Longer ones are cut by the cell's edge anyway. */
const SHOWN_CHARACTERS = 240;

export interface VirtualRowProps {
  readonly row: BatchRow;
  readonly index: number;
  /** Pixels from the first row's top. */
  readonly start: number;
  readonly onOpen?: (row: BatchRow) => void;
}

export const VirtualRow = memo(function VirtualRow({
  row,
  index,
  start,
  onOpen,
}: VirtualRowProps): ReactElement {
  const { verdict, probability, label, error } = row;
  const text = shownUrl(row.text.slice(0, SHOWN_CHARACTERS));
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows in sight only cannot be laid out as a table's
    // biome-ignore lint/a11y/useFocusableInteractive: a row is read, its button is pressed
    <div
      role="row"
      className="virtual-row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="cell-row figures quiet">
        {row.row}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="cell-verdict">
        {verdict === undefined ? (
          <span className="badge tone-neutral">No verdict</span>
        ) : (
          <VerdictBadge verdict={verdict} />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="cell-probability figures">
        {probability === undefined ? '–' : percent(probability)}
        {label === undefined ? '' : <span className="quiet"> ({String(label)})</span>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="cell-text">
        <code title={text}>{text}</code>
        {error === undefined ? null : <span className="cell-error">{error}</span>}
        {onOpen === undefined || verdict === undefined ? null : (
          <Button variant="quiet" aria-label={`Details of row ${row.row}`} onClick={() => onOpen(row)}>
            Details
          </Button>
        )}
      </div>
    </div>
  );
});
