import type { Assignment } from 'kafkajs';
import { type LaneContext, PartitionLane } from './partition-lane.js';

export const laneKey = (topic: string, partition: number): string => `${topic}/${partition}`;

/** What an assignment changed. */
export interface BoardChange {
  readonly gained: readonly PartitionLane[];
  readonly lost: readonly PartitionLane[];
}

/**
 * The lanes of the partitions a member holds, and the work of lanes it lost that has not come to its end yet: a
 * partition that comes back waits for it, so that no two handlers ever have the same partition.
 */
export class LaneBoard {
  readonly #lanes = new Map<string, PartitionLane>();
  readonly #leaving = new Map<string, Promise<void>>();

  constructor(private readonly context: LaneContext) {}

  get lanes(): PartitionLane[] {
    return [...this.#lanes.values()];
  }

  lane(topic: string, partition: number): PartitionLane | undefined {
    return this.#lanes.get(laneKey(topic, partition));
  }

  /** Settles when a former lane of the partition is done; `undefined` where there is none at work. */
  leaving(topic: string, partition: number): Promise<void> | undefined {
    return this.#leaving.get(laneKey(topic, partition));
  }

  /** Settles when every lane that was lost has given up what it held. */
  async settled(): Promise<void> {
    await Promise.all(this.#leaving.values());
  }

  assign(assignment: Assignment): BoardChange {
    const wanted = new Map(
      Object.entries(assignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => [laneKey(topic, partition), { topic, partition }] as const),
      ),
    );
    const lost = this.lanes.filter(({ topic, partition }) => !wanted.has(laneKey(topic, partition)));
    for (const lane of lost) this.#release(lane);
    const gained: PartitionLane[] = [];
    for (const [key, { topic, partition }] of wanted) {
      if (this.#lanes.has(key)) continue;
      const lane = new PartitionLane(topic, partition, this.context);
      this.#lanes.set(key, lane);
      gained.push(lane);
    }
    return { gained, lost };
  }

  #release(lane: PartitionLane): void {
    const key = laneKey(lane.topic, lane.partition);
    this.#lanes.delete(key);
    const before = this.#leaving.get(key);
    const done = Promise.all([before, lane.revoke()]).then(() => {
      if (this.#leaving.get(key) === done) this.#leaving.delete(key);
    });
    this.#leaving.set(key, done);
  }
}
