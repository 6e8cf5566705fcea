import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Run, runEvents } from '@weir/client';
import { useEffect, useState } from 'react';
import { client, unwrap } from '../api/index.js';
import { isOver } from './run-times.js';

const POLL_MS = 2_000;

export interface FollowedRun {
  readonly query: UseQueryResult<Run>;
  /** Its events come as they happen; otherwise it is asked for every two seconds. */
  readonly isLive: boolean;
}

/** A run, followed to its end. */
export function useRun(id: string): FollowedRun {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  const query = useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => unwrap(client.GET('/v1/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      isLive || (state.data !== undefined && isOver(state.data)) ? false : POLL_MS,
  });
  const isFollowed = query.data !== undefined && !isOver(query.data);
  useEffect(() => {
    if (!isFollowed) return;
    const end = new AbortController();
    void follow(id, end.signal, setLive, (run) => queries.setQueryData(['run', id], run));
    return () => end.abort();
  }, [id, isFollowed, queries]);
  return { query, isLive };
}

/** Where there are no events to be had, polling goes on. */
async function follow(
  id: string,
  signal: AbortSignal,
  setLive: (isLive: boolean) => void,
  onRun: (run: Run) => void,
): Promise<void> {
  try {
    const onConnection = (state: 'open' | 'lost'): void => setLive(state === 'open');
    for await (const run of runEvents(client, id, { signal, onConnection })) onRun(run);
  } catch {
    // What went wrong with the connection shows with the next poll.
  } finally {
    setLive(false);
  }
}
