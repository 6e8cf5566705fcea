import type { ReactElement } from 'react';
import { type Tile, Tiles } from '../charts/index.js';
import { count, Icon, VERDICT_ICONS, VERDICT_WORDS, VERDICTS } from '../components/index.js';
import { duration, rate } from './figures.js';
import type { WindowSummary } from './stats-window.js';

/** How the stream as a whole does: sampling and filters of the list below change nothing here. */
export function LiveTiles({ summary }: { readonly summary: WindowSummary }): ReactElement {
  const { perSecond, latencyMs, lag, total } = summary;
  const tiles: Tile[] = [
    { label: 'Verdicts a second', value: rate(perSecond) },
    {
      label: 'Latency, median',
      value: latencyMs === null ? '–' : duration(latencyMs.p50),
      note:
        latencyMs === null
          ? total === 0
            ? 'nothing came'
            : 'submission times unknown'
          : `p99 ${duration(latencyMs.p99)}`,
    },
    {
      label: 'Waiting',
      value: lag === null ? '–' : count(lag),
      note: lag === null ? 'not known' : lag === 0 ? 'keeping up' : 'URLs not yet classified',
    },
  ];
  return (
    <div className="stack">
      <Tiles tiles={tiles} />
      <Mix summary={summary} />
    </div>
  );
}

/** The last two minutes by verdict, as one bar and in words. */
function Mix({ summary: { mix, total } }: { readonly summary: WindowSummary }): ReactElement {
  const share = (rows: number): string => (total === 0 ? '–' : `${((100 * rows) / total).toFixed(1)} %`);
  return (
    <div className="mix">
      <div className="mix-bar" aria-hidden="true">
        {VERDICTS.map((verdict) => (
          <span key={verdict} className={`mix-${verdict}`} style={{ flexGrow: mix[verdict] }} />
        ))}
      </div>
      <ul className="list-plain row mix-words" aria-label="Verdict mix, last 2 minutes">
        {VERDICTS.map((verdict) => (
          <li key={verdict} className={`tone-${verdict}`}>
            <Icon name={VERDICT_ICONS[verdict]} size={16} />
            <span className="figures">
              {VERDICT_WORDS[verdict]} {count(mix[verdict])} ({share(mix[verdict])})
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
