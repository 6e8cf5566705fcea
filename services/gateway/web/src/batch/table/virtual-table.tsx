import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import type { BatchResult, BatchRow } from '../rows/batch-row.js';
import type { RowFilter, SortKey } from '../rows/visible-rows.js';
import { VirtualRow } from './virtual-row.js';

/** In pixels, as table.css has it; on a phone a row takes two lines. */
const ROW_HEIGHT = 44;
const PHONE_ROW_HEIGHT = 68;
const OVERSCAN = 12;

export interface VirtualTableProps {
  readonly kind: BatchResult['kind'];
  readonly rows: readonly BatchRow[];
  readonly filter: RowFilter;
  readonly onSort: (key: SortKey) => void;
  readonly onOpen?: (row: BatchRow) => void;
}

/** Only the rows in sight are in the document: a hundred thousand scroll like ten. */
export function VirtualTable({ kind, rows, filter, onSort, onOpen }: VirtualTableProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const isPhone = window.matchMedia('(max-width: 44rem)').matches;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => (isPhone ? PHONE_ROW_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={place} className="virtual-scroll" tabIndex={0} aria-label="Results">
      {/* biome-ignore lint/a11y/useSemanticElements: rows in sight only cannot be laid out as a table's */}
      <div role="table" className="virtual-table" aria-label="Results by row" aria-rowcount={rows.length + 1}>
        <Header kind={kind} filter={filter} onSort={onSort} />
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowgroup" className="virtual-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <VirtualRow
                key={row.row}
                row={row}
                index={index}
                start={start}
                {...(onOpen === undefined ? {} : { onOpen })}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

const HEADERS: readonly (readonly [SortKey, string])[] = [
  ['row', 'Row'],
  ['verdict', 'Verdict'],
  ['probability', 'Probability'],
  ['text', 'URL'],
];

function Header({
  kind,
  filter,
  onSort,
}: Pick<VirtualTableProps, 'kind' | 'filter' | 'onSort'>): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="rowgroup" className="virtual-header">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a row of headers is no control; its buttons are */}
      <div role="row" className="virtual-row" aria-rowindex={1}>
        {HEADERS.map(([key, title]) => {
          const isSorted = filter.sort === key;
          const order = filter.isDescending ? 'descending' : 'ascending';
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={key}
              role="columnheader"
              className={`cell-${key}`}
              aria-sort={isSorted ? order : 'none'}
            >
              <button type="button" className="sort" onClick={() => onSort(key)}>
                {key === 'text' && kind === 'features' ? 'Features' : title}
                <span aria-hidden="true">{isSorted ? (filter.isDescending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
