import { type ReactElement, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Button, count, Empty, Icon } from '../components/index.js';
import { modelPath } from '../routing/paths.js';
import type { BatchResult, BatchRow } from './rows/batch-row.js';
import { resultsCsv, resultsJson, save } from './rows/download.js';
import { countByClass, type RowFilter, type SortKey, visibleRows } from './rows/visible-rows.js';
import { ResultFilter } from './table/result-filter.js';
import { VirtualTable } from './table/virtual-table.js';

const ALL: RowFilter = { classes: new Set(), search: '', sort: 'row', isDescending: false };

export interface BatchResultsProps {
  readonly name: string;
  readonly result: BatchResult;
  readonly seconds: number;
  /** URLs only: shows a row's verdict in full. */
  readonly onOpen?: (row: BatchRow) => void;
}

export function BatchResults({ name, result, seconds, onOpen }: BatchResultsProps): ReactElement {
  const [filter, setFilter] = useState(ALL);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { rows, kind } = result;
  const counts = useMemo(() => countByClass(rows), [rows]);
  // Typing stays quick while a hundred thousand rows are searched.
  const applied = useDeferredValue(filter);
  const visible = useMemo(() => visibleRows(rows, applied), [rows, applied]);
  const onChange = (part: Partial<RowFilter>): void => setFilter({ ...filter, ...part });
  // What one wants to see first: the newest, the worst, the likeliest – and the first letter.
  const onSort = (sort: SortKey): void =>
    onChange({
      sort,
      isDescending: filter.sort === sort ? !filter.isDescending : sort !== 'text' && sort !== 'row',
    });
  return (
    <section className="panel stack" aria-labelledby="results-heading">
      <div className="row row-spread">
        <div>
          <h2 id="results-heading" ref={heading} tabIndex={-1}>
            {count(rows.length)} rows of {name}
          </h2>
          <ScoredBy result={result} seconds={seconds} />
        </div>
        <Downloads name={name} result={result} />
      </div>
      <ResultFilter filter={filter} counts={counts} onChange={onChange} />
      <p className="quiet" role="status">
        {visible.length === rows.length
          ? 'All rows'
          : `${count(visible.length)} of ${count(rows.length)} rows`}
      </p>
      {visible.length === 0 ? (
        <Empty title="No row matches" />
      ) : (
        <VirtualTable
          kind={kind}
          rows={visible}
          filter={filter}
          onSort={onSort}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      )}
    </section>
  );
}

function ScoredBy({
  result: { model },
  seconds,
}: Pick<BatchResultsProps, 'result' | 'seconds'>): ReactElement {
  const took = seconds < 0.1 ? 'in less than 0.1 s' : `in ${seconds.toFixed(1)} s`;
  if (model === undefined) return <p className="quiet">{took}</p>;
  return (
    <p className="quiet">
      By model{' '}
      <Link href={modelPath(model.name, model.version)}>
        {model.name}, version {model.version}
      </Link>
      , {took}
    </p>
  );
}

function Downloads({ name, result }: Pick<BatchResultsProps, 'name' | 'result'>): ReactElement {
  const base = name.replace(/(\.(csv|tsv|txt|gz))+$/i, '');
  return (
    <div className="row">
      <Button onClick={() => save(`${base}-verdicts.csv`, 'text/csv', resultsCsv(result))}>
        <Icon name="download" />
        CSV
        <span className="seen-by-none"> of the results</span>
      </Button>
      <Button onClick={() => save(`${base}-verdicts.json`, 'application/json', resultsJson(result))}>
        <Icon name="download" />
        JSON
        <span className="seen-by-none"> of the results</span>
      </Button>
    </div>
  );
}
