import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, count, Percent, Url, VERDICTS, type Verdict, VerdictBadge } from '../components/index.js';
import type { CheckedUrl, Judged } from './judged.js';
import { VerdictCard } from './verdict-card.js';

/** Shown at first; the rest on demand, a page at a time. */
const PAGE = 100;
const RANK: Readonly<Record<Verdict, number>> = { malicious: 0, suspicious: 1, safe: 2 };

/** Verdicts on many URLs, the worst first; each opens in full. */
export function VerdictList({ checked }: { readonly checked: readonly CheckedUrl[] }): ReactElement {
  const [opened, setOpened] = useState<Judged>();
  const [shown, setShown] = useState(PAGE);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer takes the focus
  useEffect(() => {
    setOpened(undefined);
    setShown(PAGE);
    heading.current?.focus();
  }, [checked]);
  const sorted = [...checked].sort(worstFirst);
  if (opened !== undefined) {
    return (
      <div className="stack">
        <Button onClick={() => setOpened(undefined)}>← All {count(checked.length)} verdicts</Button>
        <VerdictCard judged={opened} />
      </div>
    );
  }
  return (
    <section className="panel" aria-labelledby="verdicts-heading">
      <div className="row row-spread panel-head">
        <h2 id="verdicts-heading" ref={heading} tabIndex={-1}>
          {count(checked.length)} URLs
        </h2>
        <Counts checked={checked} />
      </div>
      <ul className="list-plain verdict-list">
        {sorted.slice(0, shown).map((each) => (
          <li key={each.url} className="verdict-line">
            <Line checked={each} onOpen={setOpened} />
          </li>
        ))}
      </ul>
      {sorted.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, sorted.length - shown)} more
        </Button>
      ) : null}
    </section>
  );
}

function Counts({ checked }: { readonly checked: readonly CheckedUrl[] }): ReactElement {
  const numbers = VERDICTS.map(
    (verdict) =>
      [
        verdict,
        checked.filter((each) => 'judged' in each && each.judged.verdict === verdict).length,
      ] as const,
  );
  const failed = checked.filter((each) => 'failure' in each).length;
  return (
    <div className="row">
      {numbers.map(([verdict, number]) =>
        number === 0 ? null : (
          <span key={verdict} className="row figures">
            {count(number)} <VerdictBadge verdict={verdict} />
          </span>
        ),
      )}
      {failed === 0 ? null : (
        <span className="row figures">
          {count(failed)} <span className="badge tone-neutral">No verdict</span>
        </span>
      )}
    </div>
  );
}

function Line({
  checked,
  onOpen,
}: {
  readonly checked: CheckedUrl;
  readonly onOpen: (judged: Judged) => void;
}): ReactElement {
  if ('failure' in checked) {
    return (
      <>
        <span className="badge tone-neutral">No verdict</span>
        <Url url={checked.url} />
        <span className="quiet">{checked.failure}</span>
      </>
    );
  }
  const { judged } = checked;
  return (
    <>
      <VerdictBadge verdict={judged.verdict} />
      <Url url={checked.url} />
      <span className="row verdict-line-end">
        <Percent value={judged.probability} />
        <Button variant="quiet" onClick={() => onOpen(judged)}>
          Details<span className="seen-by-none"> of this verdict</span>
        </Button>
      </span>
    </>
  );
}

function worstFirst(a: CheckedUrl, b: CheckedUrl): number {
  if ('failure' in a || 'failure' in b) return Number('failure' in a) - Number('failure' in b);
  const byVerdict = RANK[a.judged.verdict] - RANK[b.judged.verdict];
  return byVerdict === 0 ? b.judged.probability - a.judged.probability : byVerdict;
}
