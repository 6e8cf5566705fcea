import type { ReactElement } from 'react';
import { WeirApiError } from '../api/index.js';
import { Badge, ErrorBox, Note } from '../components/index.js';
import type { Connection, LiveSnapshot } from './live-feed.js';

const WORDS: Readonly<Record<Connection, string>> = {
  opening: 'Connecting…',
  open: 'Live',
  lost: 'Reconnecting…',
};

export function ConnectionBadge({
  connection,
  isPaused,
}: {
  readonly connection: Connection;
  readonly isPaused: boolean;
}): ReactElement {
  const isLive = connection === 'open';
  return (
    <span role="status">
      <Badge tone={isLive ? (isPaused ? 'neutral' : 'safe') : 'suspicious'} icon={isLive ? 'pulse' : 'clock'}>
        {isLive && isPaused ? 'Paused' : WORDS[connection]}
      </Badge>
    </span>
  );
}

export function ConnectionNote({
  error,
  hasGap,
}: Pick<LiveSnapshot, 'error' | 'hasGap'>): ReactElement | null {
  if (error instanceof WeirApiError && error.status === 404) {
    return (
      <Note tone="suspicious" icon="warning">
        <p>This gateway has no live stream: it is older than this page.</p>
      </Note>
    );
  }
  if (error !== null) return <ErrorBox error={error} isRetrying />;
  if (!hasGap) return null;
  return (
    <Note>
      <p>
        The connection was away for longer than verdicts are held for the stream: some are missing from the
        list below.
      </p>
    </Note>
  );
}
