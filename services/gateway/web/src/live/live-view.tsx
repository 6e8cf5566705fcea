import type { UrlVerdict, Verdict } from '@weir/client';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import {
  Button,
  Empty,
  Field,
  Loading,
  NeedsScope,
  PageTitle,
  Panel,
  VERDICT_WORDS,
  VERDICTS,
} from '../components/index.js';
import { ConnectionBadge, ConnectionNote } from './connection-note.js';
import { LiveCharts } from './live-charts.js';
import { LiveTiles } from './live-tiles.js';
import { NothingYet } from './nothing-yet.js';
import { summaryOf } from './stats-window.js';
import { type Live, useLiveFeed } from './use-live-feed.js';
import { VerdictDialog } from './verdict-dialog.js';
import { matching } from './verdict-filter.js';
import { VerdictList } from './verdict-list.js';
import './live.css';

export default function LiveView(): ReactElement {
  return (
    <>
      <PageTitle title="Live">URLs as they are classified, and how the stream does.</PageTitle>
      <NeedsScope scope="read" toDo="to read verdicts">
        <Stream />
      </NeedsScope>
    </>
  );
}

function Stream(): ReactElement {
  const [verdict, setVerdict] = useState<Verdict | 'all'>('all');
  const live = useLiveFeed(verdict);
  const summary = useMemo(() => summaryOf(live.stats), [live.stats]);
  return (
    <div className="stack">
      <ConnectionNote error={live.error} hasGap={live.hasGap} />
      {summary === null ? (
        live.error === null ? (
          <Loading label="Waiting for the stream’s first second" lines={2} />
        ) : null
      ) : (
        <>
          <LiveTiles summary={summary} />
          <Panel title="Rate and latency">
            <LiveCharts stats={live.stats} summary={summary} />
          </Panel>
        </>
      )}
      <Verdicts live={live} verdict={verdict} onVerdict={setVerdict} />
    </div>
  );
}

interface VerdictsProps {
  readonly live: Live;
  readonly verdict: Verdict | 'all';
  readonly onVerdict: (verdict: Verdict | 'all') => void;
}

function Verdicts({ live, verdict, onVerdict }: VerdictsProps): ReactElement {
  const [text, setText] = useState('');
  const [isPaused, setPaused] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  const [opened, setOpened] = useState<UrlVerdict | null>(null);
  const { verdicts, waiting, connection, hold } = live;
  const shown = useMemo(() => matching(verdicts, text), [verdicts, text]);
  const isHeld = isPaused || isScrolled;
  useEffect(() => hold(isHeld), [hold, isHeld]);
  const news = waiting === 0 ? '' : ` (${waiting.toLocaleString('en-GB')} new)`;
  return (
    <Panel
      title="Newest verdicts"
      actions={
        <>
          <ConnectionBadge connection={connection} isPaused={isHeld} />
          <Button onClick={() => setPaused(!isPaused)}>{isPaused ? `Resume${news}` : 'Pause'}</Button>
        </>
      }
    >
      <div className="live-filters">
        <Field label="Verdict">
          {(control) => (
            <select
              {...control}
              className="input"
              value={verdict}
              onChange={({ target }) => onVerdict(target.value as Verdict | 'all')}
            >
              <option value="all">All verdicts</option>
              {VERDICTS.map((each) => (
                <option key={each} value={each}>
                  {VERDICT_WORDS[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Filter">
          {(control) => (
            <input
              {...control}
              type="search"
              className="input"
              value={text}
              placeholder="Part of the URL or of a reason"
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      </div>
      {shown.length > 0 ? (
        <VerdictList verdicts={shown} onOpen={setOpened} onScrolled={setScrolled} />
      ) : (
        <NoVerdicts isFiltered={verdicts.length > 0 || verdict !== 'all'} />
      )}
      <p className="quiet live-sample">
        {isScrolled && !isPaused && waiting > 0
          ? `Held while you read${news}: scroll to the top to go on.`
          : 'At most 20 verdicts a second are shown, an even sample; the figures above count all.'}
      </p>
      <VerdictDialog verdict={opened} onClose={() => setOpened(null)} />
    </Panel>
  );
}

function NoVerdicts({ isFiltered }: { readonly isFiltered: boolean }): ReactElement {
  if (!isFiltered) return <NothingYet />;
  return (
    <Empty title="No verdict matches the filter">
      <p>New ones that match show here as they come.</p>
    </Empty>
  );
}
