import { type ReactElement, type ReactNode, useId } from 'react';

export interface PanelProps {
  readonly title: ReactNode;
  /** Buttons and links of the whole panel. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled card: a region that screen readers can go to. */
export function Panel({ title, actions, children, className = '' }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="row row-spread panel-head">
        <h2 id={id}>{title}</h2>
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
