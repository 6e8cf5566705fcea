import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type Verdict = 'malicious' | 'suspicious' | 'safe';
export const VERDICTS: readonly Verdict[] = ['malicious', 'suspicious', 'safe'];

export type Tone = Verdict | 'accent' | 'neutral';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  malicious: 'Malicious',
  suspicious: 'Suspicious',
  safe: 'Safe',
};
export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  malicious: 'stop',
  suspicious: 'warning',
  safe: 'shield-check',
};

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A short word in a colour that never stands alone. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps): ReactElement {
  return (
    <span className={`badge tone-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}

/** A verdict: colour, word and icon. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }): ReactElement {
  return (
    <Badge tone={verdict} icon={VERDICT_ICONS[verdict]}>
      {VERDICT_WORDS[verdict]}
    </Badge>
  );
}

const STATES: Readonly<Record<string, readonly [Tone, IconName]>> = {
  queued: ['neutral', 'clock'],
  running: ['accent', 'play'],
  succeeded: ['safe', 'check'],
  passed: ['safe', 'check'],
  warned: ['suspicious', 'warning'],
  failed: ['malicious', 'stop'],
};

/** The state of a run, a job or a report. */
export function StateBadge({ state }: { readonly state: string }): ReactElement {
  const [tone, icon] = STATES[state] ?? ['neutral', 'info'];
  return (
    <Badge tone={tone} icon={icon}>
      {state}
    </Badge>
  );
}
