import type { Assignment } from './group-protocol.js';
import { type LaneContext, PartitionLane } from './partition-lane.js';

const laneKey = (topic: string, partition: number): string => `${topic}/${partition}`;

/**
 * The lanes of the partitions a member holds, and the work of lanes it lost that has not come to its end yet: a
 * partition that comes back waits for it, so that no two handlers ever have the same partition.
 */
export class LaneBoard {
  readonly #lanes = new Map<string, PartitionLane>();
  /** The ends of all lanes that live, lost ones too. */
  readonly #ends = new Map<string, Promise<void>>();

  constructor(private readonly context: LaneContext) {}

  get lanes(): PartitionLane[] {
    return [...this.#lanes.values()];
  }

  get held(): Assignment {
    const held: Record<string, number[]> = {};
    for (const { topic, partition } of this.#lanes.values()) {
      held[topic] ??= [];
      held[topic].push(partition);
    }
    return held;
  }

  lane(topic: string, partition: number): PartitionLane | undefined {
    return this.#lanes.get(laneKey(topic, partition));
  }

  /** Resolves when every lane has come to its end; lanes end once they are revoked or the subscription closes. */
  async ended(): Promise<void> {
    await Promise.all(this.#ends.values());
  }

  /** Revokes the lanes of partitions that are not assigned, and begins those of new ones, which it returns. */
  assign(assignment: Assignment): PartitionLane[] {
    const wanted = new Map(
      Object.entries(assignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => [laneKey(topic, partition), { topic, partition }] as const),
      ),
    );
    for (const [key, lane] of this.#lanes) {
      if (wanted.has(key)) continue;
      this.#lanes.delete(key);
      lane.revoke();
    }
    const gained = [...wanted].filter(([key]) => !this.#lanes.has(key));
    return gained.map(([key, { topic, partition }]) => this.#begin(key, topic, partition));
  }

  #begin(key: string, topic: string, partition: number): PartitionLane {
    const lane = new PartitionLane(topic, partition, this.context);
    this.#lanes.set(key, lane);
    const end = lane.run(this.#ends.get(key)).then(() => {
      if (this.#ends.get(key) === end) this.#ends.delete(key);
    });
    this.#ends.set(key, end);
    return lane;
  }
}
