import { seededRandom } from './random.js';

/**
 * Which items of a stream of unknown length make a uniform sample, and where each goes.
 * Algorithm L (Li 1994): random numbers are drawn per replacement, not per item, so items passed over cost nothing.
 */
export class ReservoirSlots {
  private readonly random: () => number;
  private items = 0;
  private weight = 1;
  /** Number of the next item to be taken, from 1, once the sample is full. */
  private next = 0;

  constructor(
    readonly capacity: number,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  /** Items gone by. */
  get seen(): number {
    return this.items;
  }

  /** Items in the sample. */
  get size(): number {
    return Math.min(this.items, this.capacity);
  }

  /** `count` items come by; those taken are named by their place among them, from 0, with the slot that each goes to. */
  offer(count: number, take: (place: number, slot: number) => void): void {
    const before = this.items;
    const last = before + count;
    while (this.items < last) {
      if (this.items < this.capacity) {
        take(this.items - before, this.items);
        this.items++;
        if (this.items === this.capacity) this.skip();
        continue;
      }
      if (this.next > last) break;
      take(this.next - 1 - before, Math.floor(this.random() * this.capacity));
      this.items = this.next;
      this.skip();
    }
    this.items = last;
  }

  private skip(): void {
    this.weight *= this.positive() ** (1 / this.capacity);
    this.next = this.items + Math.floor(Math.log(this.positive()) / Math.log1p(-this.weight)) + 1;
  }

  private positive(): number {
    return 1 - this.random();
  }
}
