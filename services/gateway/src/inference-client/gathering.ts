import { isWeirError, problemOf } from '@weir/platform';

export interface GatheringOptions {
  /** Calls under way at once. */
  readonly calls: number;
  /** Items of a call. */
  readonly mostItems: number;
  /** What the items of a call may weigh together, in bytes or characters; one alone may weigh more. */
  readonly mostWeight: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly weight: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** One result an item, in order. */
type Send<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/**
 * Makes few calls of many small questions: what arrives in one turn of the event loop goes at its end, and while calls
 * are under way those that come gather into the next. So nobody waits for company when there is little to do, and the more there is to do the larger the
 * calls grow. A call that is refused for what it holds is made again for each item alone: none spoils another's.
 */
export class Gathering<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];
  #underWay = 0;
  #isDue = false;

  constructor(
    private readonly options: GatheringOptions,
    private readonly send: Send<Item, Result>,
  ) {}

  ask(item: Item, weight: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, weight, resolve, reject });
      if (!this.#isDue && this.#underWay < this.options.calls) this.#callSoon();
    });
  }

  /** After every socket that has something to read was read: the first of sixteen need not go alone. */
  #callSoon(): void {
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      while (this.#waiting.length > 0 && this.#underWay < this.options.calls) this.#call();
    });
  }

  #call(): void {
    const items = this.#take();
    if (items.length === 0) return;
    this.#underWay += 1;
    this.#settle(items).finally(() => {
      this.#underWay -= 1;
      this.#call();
    });
  }

  #take(): Waiting<Item, Result>[] {
    const { mostItems, mostWeight } = this.options;
    let count = 0;
    for (let weight = 0; count < this.#waiting.length && count < mostItems; count++) {
      weight += this.#waiting[count]?.weight ?? 0;
      if (count > 0 && weight > mostWeight) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #settle(items: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.send(items.map(({ item }) => item));
      items.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      if (items.length > 1 && isItems(error)) await Promise.all(items.map((each) => this.#settle([each])));
      else for (const { reject } of items) reject(error);
    }
  }
}

/** Whether what was asked is at fault, not who was asked. */
function isItems(error: unknown): boolean {
  return isWeirError(error) && problemOf(error).status < 500;
}
