import type { ReactElement, ReactNode } from 'react';

/** Nothing there yet, and what would make it. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

export interface LoadingProps {
  /** What is being loaded, for screen readers. */
  readonly label?: string;
  readonly lines?: number;
}

const WIDTHS = ['wide', 'middle', 'narrow'];

/** Grey lines where text will stand. */
export function Loading({ label = 'Loading…', lines = 3 }: LoadingProps): ReactElement {
  return (
    <div className="loading" role="status">
      <span className="seen-by-none">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without a content of their own
        <span key={index} className={`loading-line loading-${WIDTHS[index % WIDTHS.length]}`} />
      ))}
    </div>
  );
}
