import type { ReactElement } from 'react';
import { Badge } from '../components/index.js';

export function AliasBadges({ aliases }: { readonly aliases: readonly string[] }): ReactElement | null {
  if (aliases.length === 0) return null;
  return (
    <span className="row aliases">
      {aliases.map((alias) => (
        <Badge
          key={alias}
          tone={alias === 'champion' ? 'safe' : 'accent'}
          {...(alias === 'champion' ? { icon: 'check' as const } : {})}
        >
          {alias}
        </Badge>
      ))}
    </span>
  );
}
