import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ErrorBox } from './error-box.js';
import { Loading } from './states.js';

export interface QueryStateProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly label?: string;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What a query gave; before that a skeleton, and what went wrong. Data that cannot be refreshed stay, under a word. */
export function QueryState<Data>({ query, label, lines, children }: QueryStateProps<Data>): ReactElement {
  const { data, error, failureReason, isFetching, refetch } = query;
  const failure = error ?? failureReason;
  return (
    <>
      {failure === null ? null : (
        <ErrorBox error={failure} isRetrying={isFetching} onRetry={() => void refetch()} />
      )}
      {data !== undefined ? children(data) : null}
      {data === undefined && failure === null ? (
        <Loading {...(label === undefined ? {} : { label })} {...(lines === undefined ? {} : { lines })} />
      ) : null}
    </>
  );
}
