import { PATHS } from '../routing/paths.js';

export const REPORTS = `${PATHS.data}/reports`;
export const DRIFT = `${PATHS.data}/drift`;

export function snapshotPath(id: string): string {
  return `${PATHS.data}/snapshots/${encodeURIComponent(id)}`;
}

export function reportPath(id: string): string {
  return `${REPORTS}/${encodeURIComponent(id)}`;
}

/** Where runs are started, with the snapshot chosen. */
export function trainPath(schema: string, snapshot: string): string {
  return `${PATHS.runs}?${new URLSearchParams({ schema, snapshot })}`;
}
