import type { Scope } from '../api/session.js';
import type { IconName } from '../components/icon.js';
import { PATHS } from '../routing/paths.js';

export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shown to those only who have it. */
  readonly scope?: Scope;
}

/** The views, in the order of the navigation; on a phone the first four stand in the bar, the others behind "More". */
export const DESTINATIONS: readonly Destination[] = [
  { path: PATHS.check, label: 'Check', icon: 'search' },
  { path: PATHS.batch, label: 'Batch', icon: 'table' },
  { path: PATHS.live, label: 'Live', icon: 'pulse' },
  { path: PATHS.models, label: 'Models', icon: 'layers' },
  { path: PATHS.data, label: 'Data', icon: 'chart' },
  { path: PATHS.runs, label: 'Runs', icon: 'play' },
  { path: PATHS.lists, label: 'Lists', icon: 'list' },
  { path: PATHS.access, label: 'Access', icon: 'key', scope: 'admin' },
];

export const IN_THE_BAR = 4;

/** Whether the view at a path, or one below it, is shown. */
export function isAt(location: string, path: string): boolean {
  return path === PATHS.check ? location === path : location === path || location.startsWith(`${path}/`);
}
