import { describe, expect, it } from 'vitest';
import { exampleVerdicts } from './evidence.example.js';
import type { SeenVerdict } from './evidence.js';
import { type AliasMoved, judgeVersions, tenuresOf } from './versions.js';

const GRACE_MS = 2_000;
const moved = (version: number, at: number, serviceable = true): AliasMoved => ({
  version,
  notBefore: at,
  storedBy: at + 10,
  serviceable,
});
/** Version 1 from the beginning, version 2 after five seconds. */
const moves = [moved(1, 0), moved(2, 5_000)];
const verdictBy = (version: number, classifiedAt: number): SeenVerdict[] => [
  { ...(exampleVerdicts()[0] as SeenVerdict), version, classifiedAt },
];
const faults = (verdict: readonly SeenVerdict[], hindrances: { from: number; to: number }[] = []) =>
  judgeVersions(verdict, moves, hindrances, GRACE_MS).faults;

describe('versions', () => {
  it('may answer from their promotion until a grace after the next', () => {
    expect(faults([...verdictBy(1, 0), ...verdictBy(1, 7_010), ...verdictBy(2, 5_000)])).toEqual([]);
    expect(faults(verdictBy(1, 7_011))[0]).toContain(
      'by version 1 at 00:00:07.011, allowed until 00:00:07.010',
    );
    expect(faults(verdictBy(2, 4_999))[0]).toContain('before it was promoted');
    expect(faults(verdictBy(3, 6_000))[0]).toContain('which was never to serve');
  });

  it('may answer longer where a hindrance began within the grace, and a grace beyond it', () => {
    const away = [{ from: 6_000, to: 20_000 }];
    expect(faults(verdictBy(1, 22_000), away)).toEqual([]);
    expect(faults(verdictBy(1, 22_001), away)).toHaveLength(1);
    expect(faults(verdictBy(1, 8_000), [{ from: 7_900, to: 20_000 }])).toHaveLength(1);
    expect(faults(verdictBy(1, 8_000), [{ from: 0, to: 4_000 }])).toHaveLength(1);
  });

  it('go on through the time of one that was refused', () => {
    const history = [moved(1, 0), moved(2, 1_000, false), moved(1, 3_000), moved(3, 5_000)];
    expect(judgeVersions(verdictBy(1, 4_900), history, [], GRACE_MS).faults).toEqual([]);
    expect(judgeVersions(verdictBy(2, 2_000), history, [], GRACE_MS).faults).toHaveLength(1);
  });

  it('may answer again once rolled back to', () => {
    const history = [...moves, moved(1, 30_000)];
    expect(judgeVersions(verdictBy(1, 31_000), history, [], GRACE_MS).faults).toEqual([]);
    expect(judgeVersions(verdictBy(1, 20_000), history, [], GRACE_MS).faults).toHaveLength(1);
    expect(judgeVersions(verdictBy(2, 33_000), history, [], GRACE_MS).faults).toHaveLength(1);
  });

  it('have tenures that end with the last one open', () => {
    expect(tenuresOf(moves, [], GRACE_MS)).toEqual([
      { version: 1, from: 0, to: 7_010 },
      { version: 2, from: 5_000, to: Number.POSITIVE_INFINITY },
    ]);
  });
});
