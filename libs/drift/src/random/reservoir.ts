import { ReservoirSlots } from './reservoir-slots.js';

/** A uniform sample of a stream of unknown length, in constant memory. */
export class Reservoir<T> {
  readonly items: T[] = [];
  private readonly slots: ReservoirSlots;

  constructor(
    readonly capacity: number,
    seed: number,
  ) {
    this.slots = new ReservoirSlots(capacity, seed);
  }

  add(item: T): void {
    this.slots.offer(1, (_, slot) => {
      this.items[slot] = item;
    });
  }
}
