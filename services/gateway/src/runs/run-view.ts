import type { Run } from '@weir/platform';

export type RunView = Run & { readonly links: Readonly<Record<string, string>> };

/** A run with the paths of what it has made so far. */
export function withLinks(run: Run): RunView {
  const { model, version, reportId, snapshotId } = run;
  const path = (...parts: readonly (string | number)[]) =>
    `/v1/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
  return {
    ...run,
    links: {
      ...(snapshotId === undefined ? {} : { snapshot: path('snapshots', snapshotId) }),
      ...(reportId === undefined ? {} : { report: path('reports', reportId) }),
      ...(model === undefined || version === undefined
        ? {}
        : { model: path('models', model, version), card: path('models', model, version, 'card') }),
    },
  };
}
