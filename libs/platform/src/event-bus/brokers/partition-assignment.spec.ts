import type { Assignment } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { assignPartitions } from './partition-assignment.js';

const member = (memberId: string, topics: string[], held: Assignment = {}) => ({ memberId, topics, held });
const ids = (count: number) => Array.from({ length: count }, (_, id) => id);

describe('assignPartitions', () => {
  it('gives each member partitions of the topics it asked for, and of no other', () => {
    const assigned = assignPartitions(
      [member('a', ['x']), member('b', ['y']), member('c', ['x', 'y'])],
      new Map([
        ['x', ids(4)],
        ['y', ids(3)],
      ]),
    );
    expect(Object.keys(assigned.get('a') ?? {})).toEqual(['x']);
    expect(Object.keys(assigned.get('b') ?? {})).toEqual(['y']);
    for (const [topic, count] of [
      ['x', 4],
      ['y', 3],
    ] as const)
      expect([...assigned.values()].flatMap((share) => share[topic] ?? []).toSorted()).toEqual(ids(count));
  });

  it('leaves partitions where they are', () => {
    const assigned = assignPartitions(
      [member('new', ['x']), member('old', ['x'], { x: [1, 3] }), member('other', ['x'], { x: [0, 2] })],
      new Map([['x', ids(5)]]),
    );
    expect(assigned.get('old')?.x?.every((id) => [1, 3].includes(id))).toBe(true);
    expect(assigned.get('new')?.x).toContain(4);
  });

  it('takes from a member that has too many', () => {
    const assigned = assignPartitions(
      [member('new', ['x']), member('old', ['x'], { x: ids(6) })],
      new Map([['x', ids(6)]]),
    );
    expect([...assigned.values()].map(({ x }) => x?.length)).toEqual([3, 3]);
    expect(assigned.get('old')?.x).toEqual([0, 1, 2]);
  });

  it.each([
    [7, 3],
    [2, 5],
    [12, 4],
    [1, 1],
  ])('shares %i partitions evenly among %i members, each one once', (partitions, members) => {
    const group = ids(members).map((id) => member(`m${id}`, ['x'], { x: id === 0 ? ids(partitions) : [99] }));
    const shares = [...assignPartitions(group, new Map([['x', ids(partitions)]])).values()].map(
      ({ x }) => x ?? [],
    );
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual(ids(partitions));
    const sizes = shares.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('believes the first of two members that claim one partition', () => {
    const assigned = assignPartitions(
      [member('a', ['x'], { x: [0, 1] }), member('b', ['x'], { x: [0, 1] })],
      new Map([['x', ids(2)]]),
    );
    expect([...assigned.values()].flatMap(({ x }) => x ?? []).toSorted()).toEqual([0, 1]);
  });
});
