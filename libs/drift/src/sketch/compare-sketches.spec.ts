import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { compareSketches } from './compare-sketches.js';
import { RowSample } from './row-sample.js';
import { type StreamSketch, scoreBin } from './stream-sketch.js';

interface Population {
  readonly rows: number;
  readonly seed: number;
  /** Of the columns whose number is below `moved`. */
  readonly shift?: number;
  readonly moved?: number;
  readonly capacity?: number;
}

const KINDS = 5;
const COLUMNS = Array.from({ length: 30 }, (_, column) => `column-${column}`);

/** Flags, rare flags, small counts, lengths, and numbers around zero, with some missing: as features of URLs are. */
function draw(kind: number, random: () => number, shift: number): number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  switch (kind % KINDS) {
    case 0:
      return random() < 0.4 + shift ? 1 : 0;
    case 1:
      return random() < 0.01 + shift / 2 ? 1 : 0;
    case 2:
      return Math.floor(-3 * Math.log(1 - random()) * (1 + 4 * shift));
    case 3:
      return Math.round(Math.exp(4 + normal() / 2 + 4 * shift));
    default:
      return random() < 0.1 ? Number.NaN : normal() + 4 * shift;
  }
}

function stream({ rows, seed, shift = 0, moved = 0, capacity = 1_024 }: Population): StreamSketch {
  const random = seededRandom(seed);
  const sample = new RowSample(COLUMNS, { seed, capacity });
  const row = new Float32Array(COLUMNS.length);
  const scores = new Array<number>(10).fill(0);
  const verdicts = { malicious: 0, suspicious: 0, safe: 0 };
  for (let at = 0; at < rows; at++) {
    for (let column = 0; column < row.length; column++)
      row[column] = draw(column, random, column < moved ? shift : 0);
    sample.add(row, 1);
    const score = random() ** 3;
    const bin = scoreBin(score);
    scores[bin] = (scores[bin] ?? 0) + 1;
    verdicts[score > 0.9 ? 'malicious' : score > 0.6 ? 'suspicious' : 'safe']++;
  }
  return sample.sketch().withAnswers({ scores, verdicts });
}

const REFERENCE = stream({ rows: 8_000, seed: 1, capacity: 4_096 });
const RATE = 0.05;

describe('compareSketches', () => {
  it('stays quiet on windows of one population, sampled or not, merged of several processes or not', () => {
    for (let seed = 100; seed < 160; seed++) {
      const rows = [600, 1_000, 3_000][seed % 3] as number;
      const window = stream({ rows, seed });
      window.merge(stream({ rows: 500, seed: seed + 10_000 }));
      expect(compareSketches(REFERENCE, window)).toMatchObject({ level: 'ok', drifted: [] });
    }
  });

  it('keeps the stated rate of false alarms by its tests alone, without the least effect', () => {
    let alarms = 0;
    const windows = 200;
    for (let seed = 0; seed < windows; seed++) {
      const reference = stream({ rows: 900, seed: 50_000 + seed });
      const window = stream({ rows: 600, seed: 90_000 + seed });
      const { level } = compareSketches(reference, window, { effect: 0, significance: RATE });
      if (level !== 'ok') alarms++;
    }
    // 200 windows at 5 % give more than 18 in one run of a hundred.
    expect(alarms).toBeLessThan(19);
    expect(alarms).toBeGreaterThan(0);
  });

  it('finds the columns that moved, and no other', () => {
    for (let seed = 200; seed < 210; seed++) {
      const found = compareSketches(REFERENCE, stream({ rows: 2_000, seed, shift: 0.25, moved: 5 }));
      expect(found.drifted.map(({ column }) => column).sort()).toEqual(COLUMNS.slice(0, 5).sort());
      expect(found).toMatchObject({ level: 'drifted', scores: { drifted: false } });
      const [largest] = found.drifted;
      expect(largest?.currentMean).toBeGreaterThan(largest?.referenceMean ?? Number.POSITIVE_INFINITY);
    }
  });

  it('warns of a few columns, and calls a stream drifted where the answers moved', () => {
    const few = compareSketches(REFERENCE, stream({ rows: 2_000, seed: 3, shift: 0.25, moved: 2 }));
    expect(few.level).toBe('warned');
    const window = stream({ rows: 2_000, seed: 4 });
    const scores = [...window.answers.scores].reverse();
    const moved = compareSketches(REFERENCE, window.withAnswers({ ...window.answers, scores }));
    expect(moved).toMatchObject({ level: 'drifted', drifted: [], scores: { drifted: true } });
    expect(moved.verdicts?.drifted).toBe(false);
    const answersEffect = (moved.scores?.populationStabilityIndex ?? 0) + 0.01;
    const tolerant = compareSketches(REFERENCE, window.withAnswers({ ...window.answers, scores }), {
      answersEffect,
    });
    expect(tolerant).toMatchObject({ level: 'ok', scores: { drifted: false, severity: 'none' } });
  });

  it('does not call noise drift because a window is large: what was looked at counts', () => {
    const flags = (rows: number, share: number, seed: number) => {
      const random = seededRandom(seed);
      const sample = new RowSample(['flag'], { seed, capacity: 4_096 });
      sample.add(
        Float32Array.from({ length: rows }, () => (random() < share ? 1 : 0)),
        rows,
      );
      return sample.sketch();
    };
    const [column] = compareSketches(flags(50_000, 0.5, 1), flags(1_000_000, 0.53, 2)).columns;
    expect(column).toMatchObject({ drifted: false });
    expect(column?.pValue).toBeGreaterThan(1e-8);
  });

  it('leaves out what one side does not have', () => {
    const other = new RowSample(['column-0', 'else'], { seed: 1 });
    other.add(Float32Array.of(1, 1), 1);
    const { columns, scores, verdicts } = compareSketches(REFERENCE, other.sketch());
    expect(columns.map(({ column }) => column)).toEqual(['column-0']);
    expect([scores, verdicts]).toEqual([null, null]);
  });
});
