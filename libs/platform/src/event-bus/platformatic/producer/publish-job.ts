/** One call of `publish`, settled when all its records are acknowledged or one of them never will be. */
export class PublishJob {
  readonly settled: Promise<void>;
  /** Milliseconds since the epoch. */
  readonly since = Date.now();
  #left: number;
  #resolve: () => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(records: number) {
    this.#left = records;
    this.settled = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  acknowledge(records: number): void {
    this.#left -= records;
    if (this.#left === 0) this.#resolve();
  }

  fail(reason: unknown): void {
    this.#reject(reason);
  }
}
