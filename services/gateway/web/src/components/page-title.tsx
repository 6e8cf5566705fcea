import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/** The first view has the focus where its own field wants it. */
let isFirstView = true;

/** A view's heading. It names the browser's tab, and takes the focus when one goes from view to view. */
export function PageTitle({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Weir`;
  }, [title]);
  useEffect(() => {
    if (!isFirstView) heading.current?.focus({ preventScroll: true });
    isFirstView = false;
  }, []);
  return (
    <div className="page-title">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children === undefined ? null : <div className="page-lead">{children}</div>}
    </div>
  );
}
