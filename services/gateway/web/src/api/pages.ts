import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';

/** A page of a list of the gateway's. */
export interface ListPage {
  readonly next?: string | null | undefined;
}

export type Pages<Page> = UseInfiniteQueryResult<InfiniteData<Page, string | undefined>>;

export interface PagesOptions<Page> {
  readonly key: readonly unknown[];
  /** Asks for the page that begins at the cursor; for the first where there is none. */
  readonly ask: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
  /** How often to look again; never where absent. */
  readonly everyMs?: number | ((pages: readonly Page[]) => number | false);
  readonly isEnabled?: boolean;
}

/** A list, page by page: shown with `Paged`. */
export function usePages<Page extends ListPage>(options: PagesOptions<Page>): Pages<Page> {
  const { key, ask, everyMs = () => false, isEnabled = true } = options;
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      typeof everyMs === 'number' ? everyMs : everyMs(state.data?.pages ?? []),
    enabled: isEnabled,
  });
}
