import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './badge.js';
import { Icon, type IconName } from './icon.js';

/** A remark that stands out: what is so, or what to do. */
export function Note({
  tone = 'accent',
  icon = 'info',
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={`notice tone-${tone}`}>
      <Icon name={icon} />
      <div className="stack-small">{children}</div>
    </div>
  );
}
