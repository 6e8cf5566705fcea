import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { judge } from '../check/judged.js';
import { VerdictCard } from '../check/verdict-card.js';
import { Dialog, QueryState } from '../components/index.js';
import type { BatchRow } from './rows/batch-row.js';
import '../check/check.css';

/** A row's verdict in full: asked for anew, with its reasons. */
export function RowDetails({
  row,
  onClose,
}: {
  readonly row: BatchRow | undefined;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <Dialog title={`Row ${row?.row ?? ''}`} isOpen={row !== undefined} onClose={onClose}>
      {row === undefined ? null : <Details url={row.text} />}
    </Dialog>
  );
}

function Details({ url }: { readonly url: string }): ReactElement {
  const judged = useQuery({ queryKey: ['verdict', url], queryFn: () => judge(url) });
  return (
    <QueryState query={judged} label="Checking…">
      {(data) => <VerdictCard judged={data} />}
    </QueryState>
  );
}
