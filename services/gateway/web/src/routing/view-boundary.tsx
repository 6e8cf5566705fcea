import { Component, type ReactNode } from 'react';
import { ErrorBox, PageTitle } from '../components/index.js';

interface BoundaryState {
  readonly error: unknown;
}

/** A view that fails leaves the navigation standing. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <>
        <PageTitle title="This view failed" />
        <ErrorBox error={error} onRetry={() => window.location.reload()} />
      </>
    );
  }
}
