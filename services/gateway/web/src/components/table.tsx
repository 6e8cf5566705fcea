import type { ReactElement, ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** The header is for screen readers and phones: a column of buttons says what it is. */
  readonly isHeaderHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** `end`: figures. */
  readonly align?: 'start' | 'end';
  /** Names the row: read out with each of its cells. */
  readonly isRowHeader?: boolean;
}

export interface TableProps<Row> {
  /** Says what the table holds; for screen readers only, where `showCaption` is not set. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table that becomes a list of cards on a phone. */
export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
}: TableProps<Row>): ReactElement {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className={showCaption ? 'quiet' : 'seen-by-none'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, isHeaderHidden = false, align = 'start' }) => (
              <th key={key} scope="col" className={`align-${align}`}>
                {isHeaderHidden ? <span className="seen-by-none">{header}</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactElement {
  const { header, cell, align = 'start', isRowHeader = false } = column;
  const className = `align-${align}`;
  // On a phone each row is a card, and each value says what it is.
  return isRowHeader ? (
    <th scope="row" className={className} data-label={header}>
      {cell(row)}
    </th>
  ) : (
    <td className={className} data-label={header}>
      {cell(row)}
    </td>
  );
}
