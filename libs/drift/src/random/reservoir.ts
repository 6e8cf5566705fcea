import { seededRandom } from './random.js';

/**
 * A uniform sample of a stream of unknown length, in constant memory.
 * Algorithm L (Li 1994): random numbers are drawn per replacement, not per item.
 */
export class Reservoir<T> {
  readonly items: T[] = [];
  private readonly random: () => number;
  private seen = 0;
  private weight = 1;
  private next = 0;

  constructor(
    readonly capacity: number,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  add(item: T): void {
    this.seen++;
    if (this.items.length < this.capacity) {
      this.items.push(item);
      if (this.items.length === this.capacity) this.skip(this.seen);
      return;
    }
    if (this.seen !== this.next) return;
    this.items[Math.floor(this.random() * this.capacity)] = item;
    this.skip(this.seen);
  }

  private skip(from: number): void {
    this.weight *= this.positive() ** (1 / this.capacity);
    this.next = from + Math.floor(Math.log(this.positive()) / Math.log1p(-this.weight)) + 1;
  }

  private positive(): number {
    return 1 - this.random();
  }
}
