import type { Logger } from '../logging/index.js';
import { VARIABLES } from './environment.js';

/** Read by the scripts, the command line and the tests, not by a service. */
const READ_ELSEWHERE = [
  'WEIR_API_KEY',
  'WEIR_CHROMIUM',
  'WEIR_DEBUG',
  'WEIR_GATEWAY',
  'WEIR_STARTED_AT',
  'WEIR_STARTER_MODEL',
];
const OF_TESTS = /^WEIR_(TEST|BENCH|CHAOS)_/;
/** Kubernetes tells every pod so of a Service whose name begins with `weir`. */
const OF_KUBERNETES =
  /_SERVICE_(HOST|PORT)|_PORT_\d+_(TCP|UDP)|^WEIR_(GATEWAY|INFERENCE|INGESTION|TRAINING|VALIDATION)_PORT$/;
/** Letters that a misspelt name may differ in: two, of a long one a quarter. */
const LEAST_DIFFERENCE = 2;
const DIFFERENCE_SHARE = 1 / 4;

export interface UnknownVariable {
  readonly name: string;
  /** The known name that is spelt most like it; undefined where none is like it. */
  readonly nearest: string | undefined;
}

/** The `WEIR_` variables that nothing reads, sorted by name; an empty variable counts as absent. */
export function unknownVariables(variables: NodeJS.ProcessEnv): UnknownVariable[] {
  return Object.keys(variables)
    .filter((name) => name.startsWith('WEIR_') && variables[name] !== '' && !isKnown(name))
    .sort()
    .map((name) => ({ name, nearest: nearestTo(name) }));
}

/** A sentence that names them, never a value. */
export function nothingReads(unknown: readonly UnknownVariable[]): string {
  const named = unknown.map(({ name, nearest }) =>
    nearest === undefined ? name : `${name} (is it ${nearest}?)`,
  );
  return `nothing reads these variables: ${named.join(', ')}`;
}

/** One warning that names them all; none where there are none. */
export function warnOfUnknownVariables(variables: NodeJS.ProcessEnv, logger: Pick<Logger, 'warn'>): void {
  const unknown = unknownVariables(variables);
  if (unknown.length > 0) logger.warn({ variables: unknown }, nothingReads(unknown));
}

function isKnown(name: string): boolean {
  return (
    Object.hasOwn(VARIABLES, name) ||
    READ_ELSEWHERE.includes(name) ||
    OF_TESTS.test(name) ||
    OF_KUBERNETES.test(name)
  );
}

function nearestTo(name: string): string | undefined {
  const most = Math.max(LEAST_DIFFERENCE, (name.length - 'WEIR_'.length) * DIFFERENCE_SHARE);
  const [nearest] = Object.keys(VARIABLES)
    .map((known) => ({ known, distance: editDistance(name, known) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.known;
}

/** Letters inserted, deleted, replaced, or swapped with the next (Damerau and Levenshtein's, optimal string alignment). */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let above: number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const row = [line];
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1];
      const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      row.push(
        Math.min(
          at(above, column - 1) + (same ? 0 : 1),
          at(above, column) + 1,
          at(row, column - 1) + 1,
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = row;
  }
  return at(above, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
