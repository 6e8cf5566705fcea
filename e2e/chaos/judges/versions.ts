import { count, type Judgement, placeOf, type SeenVerdict } from './evidence.js';

/** A move of the champion's alias. Times in milliseconds since the epoch. */
export interface AliasMoved {
  readonly version: number;
  /** Before the move was stored: earlier than this nobody could know of it. */
  readonly notBefore: number;
  /** When it was stored for certain: from here a process has its grace to follow. */
  readonly storedBy: number;
  /** False where the version must be refused: it never serves, and the one before goes on. */
  readonly serviceable: boolean;
}

/** A time in which a process could not learn of a promotion: a store was away, or the process was stopped. */
export interface Hindrance {
  readonly from: number;
  readonly to: number;
}

interface Tenure {
  readonly version: number;
  readonly from: number;
  readonly to: number;
}

/**
 * When each version may have answered: from its promotion until a grace after the promotion of another. A hindrance
 * that begins within the grace has it begin anew when it ends. Moves in the order of their time.
 */
export function tenuresOf(
  moves: readonly AliasMoved[],
  hindrances: readonly Hindrance[],
  graceMs: number,
): Tenure[] {
  const serviceable = moves.filter((move) => move.serviceable);
  const sorted = hindrances.toSorted((a, b) => a.from - b.from);
  return serviceable.map(({ version, notBefore }, at) => {
    const next = serviceable[at + 1];
    return {
      version,
      from: notBefore,
      to: next === undefined ? Number.POSITIVE_INFINITY : graceEnd(next.storedBy, sorted, graceMs),
    };
  });
}

function graceEnd(since: number, hindrances: readonly Hindrance[], graceMs: number): number {
  let end = since + graceMs;
  for (const { from, to } of hindrances) if (from <= end && to >= since) end = Math.max(end, to + graceMs);
  return end;
}

/** Each verdict names a version that was champion when it was made. */
export function judgeVersions(
  verdicts: readonly SeenVerdict[],
  moves: readonly AliasMoved[],
  hindrances: readonly Hindrance[],
  graceMs: number,
): Judgement {
  const tenures = tenuresOf(moves, hindrances, graceMs);
  const wrong = verdicts.filter(
    ({ version, classifiedAt }) =>
      !tenures.some(
        (tenure) => tenure.version === version && tenure.from <= classifiedAt && classifiedAt <= tenure.to,
      ),
  );
  const versions = new Set(verdicts.map(({ version }) => version));
  return {
    what: `verdicts by the champion of their time (${versions.size} versions)`,
    expected: count(verdicts.length),
    found: count(verdicts.length - wrong.length),
    faults: wrong.map((verdict) => faultOf(verdict, tenures)),
  };
}

function faultOf(verdict: SeenVerdict, tenures: readonly Tenure[]): string {
  const own = tenures.filter(({ version }) => version === verdict.version);
  const before = own.findLast(({ from }) => from <= verdict.classifiedAt);
  const allowed =
    own.length === 0
      ? 'which was never to serve'
      : before === undefined
        ? 'before it was promoted'
        : `allowed until ${time(before.to)}`;
  return `${verdict.id}: at ${placeOf(verdict)} by version ${verdict.version} at ${time(verdict.classifiedAt)}, ${allowed}`;
}

const time = (at: number): string =>
  Number.isFinite(at) ? new Date(at).toISOString().slice(11, 23) : 'the end';
