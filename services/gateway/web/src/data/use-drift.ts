import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, unwrapJson } from '../api/index.js';
import type { DriftEntry, DriftList, DriftReport } from './data-types.js';
import { type DriftPoint, pointOfSnapshot, pointOfStream } from './drift-series.js';
import { useReports, useReportsOf } from './use-reports.js';

/** Reports whose details are read; each has 60 kB before compression. */
const MOST = 24;
const EVERY_MS = 30_000;
const FOR_GOOD = Number.POSITIVE_INFINITY;

/** The newest drift reports of a model, or of every one. */
export function useDriftList(name?: string): UseQueryResult<DriftList> {
  const query = new URLSearchParams({ limit: '50', ...(name === undefined ? {} : { name }) });
  return useQuery({
    queryKey: ['drift', name ?? ''],
    queryFn: ({ signal }) => unwrapJson<DriftList>(client.fetch(`/v1/drift?${query}`, { signal })),
    refetchInterval: EVERY_MS,
  });
}

/** With the histograms of each feature, as far as they are there by now. */
export function useDriftReports(entries: readonly DriftEntry[]): readonly DriftReport[] {
  const found = useQueries({
    queries: entries.slice(0, MOST).map(({ id }) => ({
      queryKey: ['drift', 'report', id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        unwrapJson<DriftReport>(client.fetch(`/v1/drift/${encodeURIComponent(id)}`, { signal })),
      staleTime: FOR_GOOD,
    })),
    combine: dataOf,
  });
  // What an entry says of itself is enough where its details are not there.
  return useMemo(
    () => entries.slice(0, MOST).map((entry, index) => found[index] ?? { ...entry, features: [] }),
    [entries, found],
  );
}

function dataOf(results: UseQueryResult<DriftReport>[]): (DriftReport | undefined)[] {
  return results.map(({ data }) => data);
}

export function useStreamPoints(reports: readonly DriftReport[]): readonly DriftPoint[] {
  return useMemo(() => reports.map(pointOfStream), [reports]);
}

/** How the snapshots of a schema moved, each beside the one before. */
export function useSnapshotPoints(schema: string | undefined): readonly DriftPoint[] {
  const entries = useReportsOf(schema);
  const ids = useMemo(
    () =>
      (entries ?? [])
        .filter(({ drift }) => drift !== undefined)
        .slice(0, MOST)
        .map(({ id }) => id),
    [entries],
  );
  const reports = useReports(ids);
  return useMemo(
    () =>
      reports
        .flatMap((each) => (each === undefined ? [] : [pointOfSnapshot(each)]))
        .filter((each) => each !== null),
    [reports],
  );
}
