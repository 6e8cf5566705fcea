import type { PartitionLog } from './partition-log.js';

/** Work on one partition, for one member. */
export interface Worker {
  /** Resolves when nothing of it is in work any more. */
  stop(): Promise<void>;
}

export interface Member {
  readonly topics: ReadonlySet<string>;
  start(log: PartitionLog): Worker;
}

/** Deals the partitions of the topics that its members subscribe to out to the members. */
export class ConsumerGroup {
  readonly #members: Member[] = [];
  readonly #slots = new Map<PartitionLog, PartitionSlot>();

  constructor(readonly name: string) {}

  join(member: Member, logs: readonly PartitionLog[]): void {
    this.#members.push(member);
    for (const log of logs) {
      if (!this.#slots.has(log)) this.#slots.set(log, new PartitionSlot(log));
    }
    this.#deal();
  }

  /** Resolves when the member works on nothing any more. */
  async leave(member: Member): Promise<void> {
    const index = this.#members.indexOf(member);
    if (index >= 0) this.#members.splice(index, 1);
    const held = [...this.#slots.values()].filter((slot) => slot.isHeldBy(member));
    this.#deal();
    await Promise.all(held.map((slot) => slot.leftBy(member)));
  }

  /** To whoever has the fewest so far; among equals to whoever has it already, so that little moves. */
  #deal(): void {
    const counts = new Map<Member, number>(this.#members.map((member) => [member, 0]));
    for (const slot of this.#slots.values()) {
      const candidates = this.#members.filter(({ topics }) => topics.has(slot.log.topic));
      const fewest = Math.min(...candidates.map((member) => counts.get(member) ?? 0));
      const equals = candidates.filter((member) => counts.get(member) === fewest);
      const owner = equals.find((member) => slot.isHeldBy(member)) ?? equals[0];
      if (owner !== undefined) counts.set(owner, fewest + 1);
      slot.give(owner);
    }
  }
}

/** One partition in one group: handed on only when its holder has finished, so no record is worked on twice. */
class PartitionSlot {
  #owner: Member | undefined;
  #holder: { readonly member: Member; readonly worker: Worker } | undefined;
  #settling: Promise<void> | undefined;

  constructor(readonly log: PartitionLog) {}

  isHeldBy(member: Member): boolean {
    return this.#holder?.member === member;
  }

  give(owner: Member | undefined): void {
    this.#owner = owner;
    if (this.#settling === undefined && this.#holder?.member !== owner) this.#settling = this.#settle();
  }

  /** Resolves when the member, which gave the partition up, no longer holds it. */
  async leftBy(member: Member): Promise<void> {
    while (this.#settling !== undefined && this.isHeldBy(member)) await this.#settling;
  }

  async #settle(): Promise<void> {
    while (this.#holder?.member !== this.#owner) {
      await this.#holder?.worker.stop();
      this.#holder = this.#owner && { member: this.#owner, worker: this.#owner.start(this.log) };
    }
    // In the turn of the last comparison: an owner given later finds nothing settling, and begins anew.
    this.#settling = undefined;
  }
}
