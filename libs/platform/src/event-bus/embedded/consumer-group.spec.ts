import { describe, expect, it } from 'vitest';
import { ConsumerGroup, type Member } from './consumer-group.js';
import type { PartitionLog } from './partition-log.js';

/** A group looks at nothing of a partition but its topic. */
const partitions = (count: number) =>
  Array.from({ length: count }, (_, partition) => ({ topic: 'topic', partition }) as unknown as PartitionLog);

/** A member that takes some turns to stop, and keeps count of what it holds. */
class CountingMember implements Member {
  readonly topics = new Set(['topic']);
  readonly held = new Set<PartitionLog>();

  constructor(private readonly holders: Map<PartitionLog, number>) {}

  start(log: PartitionLog) {
    this.held.add(log);
    this.holders.set(log, (this.holders.get(log) ?? 0) + 1);
    return {
      stop: async () => {
        for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
        this.held.delete(log);
        this.holders.set(log, (this.holders.get(log) ?? 0) - 1);
      },
    };
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a consumer group', () => {
  it('deals partitions out evenly, and moves few when a member comes', async () => {
    const logs = partitions(6);
    const holders = new Map<PartitionLog, number>();
    const members = [new CountingMember(holders), new CountingMember(holders), new CountingMember(holders)];
    const group = new ConsumerGroup('group');
    for (const member of members) {
      group.join(member, logs);
      await settled();
    }
    expect(members.map(({ held }) => held.size)).toEqual([2, 2, 2]);
    expect([...holders.values()]).toEqual(logs.map(() => 1));
  });

  it('lets a member leave that joined only just now, before or after its partitions came', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const logs = partitions(2);
      const holders = new Map<PartitionLog, number>();
      const [stays, leaves] = [new CountingMember(holders), new CountingMember(holders)];
      const group = new ConsumerGroup('group');
      group.join(stays, logs);
      group.join(leaves, logs);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await group.leave(leaves);
      expect(leaves.held.size).toBe(0);
      await settled();
      expect(stays.held.size).toBe(2);
      expect([...holders.values()]).toEqual([1, 1]);
      await group.leave(stays);
      expect(stays.held.size).toBe(0);
    }
  });
});
