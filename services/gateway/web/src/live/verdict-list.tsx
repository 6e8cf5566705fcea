import { useVirtualizer } from '@tanstack/react-virtual';
import type { UrlVerdict } from '@weir/client';
import { type ReactElement, useRef } from 'react';
import { percent, shownUrl, VerdictBadge } from '../components/index.js';

export interface VerdictListProps {
  /** Newest first. */
  readonly verdicts: readonly UrlVerdict[];
  readonly onOpen: (verdict: UrlVerdict) => void;
  /** Whether somebody has scrolled down: what they read must not run away from them. */
  readonly onScrolled: (isScrolled: boolean) => void;
}

const ROW_HEIGHT = 60;
const TOP = 8;
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Thousands of verdicts, of which only those in sight are drawn. */
export function VerdictList({ verdicts, onOpen, onScrolled }: VerdictListProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: verdicts.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    getItemKey: (index) => verdicts[index]?.id ?? index,
  });
  return (
    <div
      ref={place}
      className="verdict-list"
      onScroll={(event) => onScrolled(event.currentTarget.scrollTop > TOP)}
    >
      <ul
        className="list-plain"
        aria-label={`Newest verdicts: ${verdicts.length}`}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const verdict = verdicts[index];
          return verdict === undefined ? null : (
            <li
              key={key}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={verdicts.length}
              aria-posinset={index + 1}
            >
              <Row verdict={verdict} onOpen={onOpen} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Row({
  verdict,
  onOpen,
}: {
  readonly verdict: UrlVerdict;
  readonly onOpen: (verdict: UrlVerdict) => void;
}): ReactElement {
  const { url, probability } = verdict;
  const at = CLOCK.format(new Date(String(verdict.classifiedAt)));
  const shown = shownUrl(url);
  return (
    <button type="button" className="verdict-row" aria-haspopup="dialog" onClick={() => onOpen(verdict)}>
      <VerdictBadge verdict={verdict.verdict} />
      <code className="verdict-url">{shown}</code>
      <span className="figures quiet verdict-probability">{percent(probability)}</span>
      <span className="figures quiet verdict-at">{at}</span>
    </button>
  );
}
