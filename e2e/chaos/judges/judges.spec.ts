import { describe, expect, it } from 'vitest';
import { exampleInput, exampleVerdicts } from './evidence.example.js';
import type { SeenVerdict } from './evidence.js';
import {
  judgeAcknowledged,
  judgeCompleteness,
  judgeIdentity,
  judgeMultiplicity,
  judgeOrder,
  judgeRejected,
} from './index.js';

const input = exampleInput();
const verdicts = exampleVerdicts();
const changed = (at: number, parts: Partial<SeenVerdict>) =>
  verdicts.with(at, { ...(verdicts[at] as SeenVerdict), ...parts });
/** The verdict on `at` once more, behind all others. */
const repeated = (at: number) => [...verdicts, { ...(verdicts[at] as SeenVerdict), offset: 999n }];

describe('a faultless run', () => {
  it.each(['at-least-once', 'exactly-once'] as const)('has no faults, %s', (delivery) => {
    const judgements = [
      judgeAcknowledged(new Set(['id-1', 'id-2']), new Set(input.map(({ id }) => id))),
      judgeCompleteness(input, verdicts),
      judgeMultiplicity(input, verdicts, delivery),
      judgeIdentity(input, verdicts),
      judgeOrder(input, verdicts, delivery),
    ];
    expect(judgements.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('acknowledged records', () => {
  it('that the topic does not hold are named', () => {
    const { faults, found } = judgeAcknowledged(new Set(['id-1', 'gone']), new Set(['id-1', 'id-2']));
    expect(faults).toEqual(['gone: acknowledged, and not in the topic']);
    expect(found).toBe('1');
  });
});

describe('completeness', () => {
  it('names a lost id and where it was submitted', () => {
    const { faults, found } = judgeCompleteness(input, verdicts.toSpliced(4, 1));
    expect(faults).toEqual(['id-4: lost; submitted at 1/4']);
    expect(found).toBe('11');
  });

  it('names a verdict on what nobody submitted', () => {
    const { faults } = judgeCompleteness(input, [...verdicts, ...changed(0, { id: 'ghost' }).slice(0, 1)]);
    expect(faults).toEqual(['ghost: a verdict on what nobody submitted']);
  });
});

describe('multiplicity', () => {
  it('counts a repeated verdict at least once, and calls it a fault exactly once', () => {
    expect(judgeMultiplicity(input, repeated(4), 'at-least-once')).toMatchObject({ found: '1', faults: [] });
    expect(judgeMultiplicity(input, repeated(4), 'exactly-once').faults).toEqual([
      'id-4: 2 verdicts, at 3/104, 3/999',
    ]);
  });

  it('expects two verdicts where the topic holds an id twice', () => {
    const twice = [...input, { ...(input[4] as (typeof input)[0]), offset: 50n }];
    expect(judgeMultiplicity(twice, repeated(4), 'exactly-once').faults).toEqual([]);
  });
});

describe('identity', () => {
  it('names an id whose verdict is on another URL, or under another key', () => {
    expect(judgeIdentity(input, changed(4, { url: 'http://b.com/9' })).faults).toEqual([
      'id-4: the verdict at 3/104 is on another URL, http://b.com/9',
    ]);
    expect(judgeIdentity(input, changed(4, { key: 'www.b.com' })).faults).toHaveLength(1);
  });

  it('names a key in two partitions', () => {
    expect(judgeIdentity(input, changed(11, { partition: 8 })).faults).toEqual([
      'id-11: c.com is in partition 8 and in 7',
    ]);
  });
});

describe('order', () => {
  it.each(['at-least-once', 'exactly-once'] as const)(
    'names two verdicts of a key swapped, %s',
    (delivery) => {
      const offsets = [verdicts[0]?.offset ?? 0n, verdicts[3]?.offset ?? 0n] as const;
      const swap = changed(0, { offset: offsets[1] }).with(3, {
        ...(verdicts[3] as SeenVerdict),
        offset: offsets[0],
      });
      const { faults } = judgeOrder(input, swap, delivery);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain('id-0 (a.com, submitted at 0/0)');
      expect(faults[0]).toContain('behind that of id-3');
    },
  );

  it('does not compare keys with each other', () => {
    const swap = changed(0, { offset: 101n }).with(1, { ...(verdicts[1] as SeenVerdict), offset: 100n });
    expect(judgeOrder(input, swap, 'exactly-once').faults).toEqual([]);
  });

  it('lets a verdict be repeated later at least once, and not exactly once', () => {
    expect(judgeOrder(input, repeated(0), 'at-least-once').faults).toEqual([]);
    expect(judgeOrder(input, repeated(0), 'exactly-once').faults).toHaveLength(1);
  });

  it('finds a jump ahead at least once, though all is repeated in order behind it', () => {
    const ahead = [{ ...(verdicts[9] as SeenVerdict), offset: 0n }, ...verdicts];
    expect(judgeOrder(input, ahead, 'at-least-once').faults).toHaveLength(3);
  });
});

describe('rejected records', () => {
  const malformed = [
    { partition: 0, offset: 5n, bytes: 'broken' },
    { partition: 2, offset: 5n, bytes: 'worse' },
  ];

  it('are the malformed ones', () => {
    expect(judgeRejected(malformed, malformed.toReversed(), 'exactly-once').faults).toEqual([]);
  });

  it('are missed, and refused where nothing is wrong with them', () => {
    const other = { partition: 1, offset: 5n, bytes: 'well formed' };
    expect(judgeRejected(malformed, [...malformed.slice(1), other], 'at-least-once').faults).toEqual([
      'urls.submitted 0/5: malformed, and not in urls.rejected',
      'urls.submitted 1/5: rejected, and it is well formed',
    ]);
  });

  it('have the bytes they came with', () => {
    const other = [{ partition: 0, offset: 5n, bytes: 'brokem' }, ...malformed.slice(1)];
    expect(judgeRejected(malformed, other, 'at-least-once').faults).toEqual([
      'urls.submitted 0/5: other bytes',
    ]);
  });

  it('may come twice at least once only', () => {
    const twice = [...malformed, ...malformed.slice(0, 1)];
    expect(judgeRejected(malformed, twice, 'at-least-once').faults).toEqual([]);
    expect(judgeRejected(malformed, twice, 'exactly-once').faults).toEqual([
      'urls.submitted 0/5: rejected 2 times',
    ]);
  });
});
