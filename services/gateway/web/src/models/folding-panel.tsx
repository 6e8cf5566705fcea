import { type ReactElement, type ReactNode, useId, useState } from 'react';

export interface FoldingPanelProps {
  readonly title: string;
  /** What it comes to, in a line; in its place while it is folded. */
  readonly brief: string;
  /** Buttons of the whole panel. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** As wide as the style sheets' phones. */
const PHONE = '(max-width: 44rem)';

/** A titled card that folds: folded at first on a phone, where all of a version would be a very long page. */
export function FoldingPanel({ title, brief, actions, children }: FoldingPanelProps): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(() => !window.matchMedia(PHONE).matches);
  return (
    <section className="panel folding-panel" aria-labelledby={id}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id={id}>{title}</h2>
          {isOpen ? null : <span className="quiet folding-brief">{brief}</span>}
        </summary>
        <div className="folding-content">
          {actions === undefined ? null : <div className="row folding-actions">{actions}</div>}
          {children}
        </div>
      </details>
    </section>
  );
}
