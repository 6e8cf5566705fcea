/** Of all URLs, the share that comes in bursts. */
const BURST_SHARE = 0.5;

/** How many URLs are due: a steady half, the rest in bursts that faults ask for, and what is left at the end. */
export class Flow {
  #begun = Number.POSITIVE_INFINITY;
  #bursts = 0;
  #open = false;

  /** `bursts` is how many are expected; the share is divided among them. */
  constructor(
    readonly urls: number,
    private readonly seconds: number,
    private readonly bursts: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(): void {
    this.#begun = this.now();
  }

  burst(): void {
    this.#bursts += 1;
  }

  /** No fault comes any more: all that is left is due. */
  open(): void {
    this.#open = true;
  }

  /** URLs to have been published by now. */
  due(): number {
    if (this.#open) return this.urls;
    const inBursts = this.urls * BURST_SHARE * Math.min(1, this.#bursts / this.bursts);
    const elapsed = Math.max(0, this.now() - this.#begun) / 1_000;
    const steadily = this.urls * (1 - BURST_SHARE) * Math.min(1, elapsed / this.seconds);
    return Math.floor(inBursts + steadily);
  }
}
