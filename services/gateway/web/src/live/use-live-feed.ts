import { useQueryClient } from '@tanstack/react-query';
import { type Verdict, verdictStream, WeirApiError } from '@weir/client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client, unwrapJson } from '../api/index.js';
import { passes } from '../api/problem.js';
import { askToSignIn } from '../routing/sign-in-path.js';
import { LiveFeed, type LiveSnapshot } from './live-feed.js';
import type { RecentVerdicts } from './verdict-filter.js';

/** More cannot be read, and each has to be drawn. */
const PER_SECOND = 20;
const RECENT = 200;
const AGAIN_MS = 5_000;

export interface Live extends LiveSnapshot {
  readonly hold: (isHeld: boolean) => void;
}

/** The verdict stream while the view stands; opened anew for another choice of verdicts. */
export function useLiveFeed(verdict: Verdict | 'all'): Live {
  const queries = useQueryClient();
  const [feed, setFeed] = useState(() => new LiveFeed());
  useEffect(() => {
    const fresh = new LiveFeed();
    setFeed(fresh);
    const end = new AbortController();
    void follow(fresh, verdict, end.signal, () => {
      // The key ended meanwhile: who is signed in must be asked for anew.
      void queries.invalidateQueries({ queryKey: ['session'] });
      askToSignIn();
    });
    return () => end.abort();
  }, [verdict, queries]);
  const snapshot = useSyncExternalStore(feed.subscribe, feed.snapshot);
  return { ...snapshot, hold: (isHeld) => feed.hold(isHeld) };
}

async function follow(
  feed: LiveFeed,
  verdict: Verdict | 'all',
  signal: AbortSignal,
  onRefused: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await readStream(feed, verdict, signal);
      return;
    } catch (error) {
      feed.set({ connection: 'lost', error });
      if (error instanceof WeirApiError && error.status === 401) onRefused();
      if (!passes(error)) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

async function readStream(feed: LiveFeed, verdict: Verdict | 'all', signal: AbortSignal): Promise<void> {
  let isFirst = true;
  const onConnection = (connection: 'open' | 'lost'): void => {
    feed.set({ connection, ...(connection === 'open' ? { error: null } : {}) });
    // Not before: what is classified between the list's answer and the stream's beginning would be in neither.
    if (connection === 'open' && isFirst) void addRecent(feed, verdict, signal);
    if (connection === 'open') isFirst = false;
  };
  const events = verdictStream(client, {
    signal,
    rate: PER_SECOND,
    stats: true,
    onConnection,
    ...(verdict === 'all' ? {} : { verdict }),
  });
  for await (const event of events) {
    if (event.kind === 'verdict') feed.add(event.verdict);
    else if (event.kind === 'stats') feed.addStats(event.stats);
    else feed.set({ hasGap: true });
  }
}

/** A gateway that holds no recent verdicts still has those to come. */
async function addRecent(feed: LiveFeed, verdict: Verdict | 'all', signal: AbortSignal): Promise<void> {
  const query = new URLSearchParams({ limit: String(RECENT), ...(verdict === 'all' ? {} : { verdict }) });
  try {
    const { verdicts } = await unwrapJson<RecentVerdicts>(client.fetch(`/v1/verdicts?${query}`, { signal }));
    feed.addRecent(verdicts);
  } catch (error) {
    // The stream itself says what is wrong with the connection.
    if (!signal.aborted && error instanceof WeirApiError && error.status === 403) feed.set({ error });
  }
}
