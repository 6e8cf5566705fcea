import type { ReactElement, ReactNode } from 'react';
import type { ListPage, Pages } from '../api/pages.js';
import { Button } from './button.js';
import { ErrorBox } from './error-box.js';
import { Loading } from './states.js';

export interface PagedProps<Page> {
  readonly query: Pages<Page>;
  /** What is being loaded, for screen readers. */
  readonly label: string;
  readonly children: (pages: readonly Page[]) => ReactNode;
}

/** A list that is loaded page by page: a skeleton, what went wrong, what there is, and a button for more of it. */
export function Paged<Page extends ListPage>({ query, label, children }: PagedProps<Page>): ReactElement {
  const { data, error, failureReason, isFetching, isFetchingNextPage, hasNextPage } = query;
  const failure = error ?? failureReason;
  return (
    <>
      {failure === null ? null : (
        <ErrorBox error={failure} isRetrying={isFetching} onRetry={() => void query.refetch()} />
      )}
      {data === undefined ? null : children(data.pages)}
      {data === undefined && failure === null ? <Loading label={label} /> : null}
      {hasNextPage ? (
        <p>
          <Button busy={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </p>
      ) : null}
    </>
  );
}
