import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { client, unwrap, unwrapJson } from '../api/index.js';
import type { ReportEntry, ValidationReport } from './data-types.js';

/** Reports never change once they are made. */
const FOR_GOOD = Number.POSITIVE_INFINITY;
const NEWEST = 100;

export function useReport(id: string | undefined): UseQueryResult<ValidationReport> {
  return useQuery({ ...reportQuery(id ?? ''), enabled: id !== undefined });
}

/** Several, in the order of their ids; undefined those that are not there yet. */
export function useReports(ids: readonly string[]): readonly (ValidationReport | undefined)[] {
  return useQueries({ queries: ids.map(reportQuery), combine: dataOf });
}

function dataOf(results: UseQueryResult<ValidationReport>[]): (ValidationReport | undefined)[] {
  return results.map(({ data }) => data);
}

function reportQuery(id: string) {
  return {
    queryKey: ['report', id],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      unwrapJson<ValidationReport>(
        client.fetch(`/v1/reports/${encodeURIComponent(id)}`, {
          headers: { accept: 'application/json' },
          signal,
        }),
      ),
    staleTime: FOR_GOOD,
  };
}

/** The newest reports of a schema, newest first. */
export function useReportsOf(schema: string | undefined): readonly ReportEntry[] | undefined {
  const { data } = useQuery({
    queryKey: ['reports', 'of', schema],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/v1/reports', {
          params: { query: { limit: NEWEST, ...(schema === undefined ? {} : { schema }) } },
          signal,
        }),
      ),
    enabled: schema !== undefined,
  });
  return data?.reports;
}

/** The report on a snapshot, the newest where there are several. */
export function useReportOf(schema: string | undefined, snapshotId: string | null): ReportEntry | undefined {
  return useReportsOf(schema)?.find((each) => each.snapshotId === snapshotId);
}
