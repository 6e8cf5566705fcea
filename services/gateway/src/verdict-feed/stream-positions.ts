const SHAPE = /^[0-9a-z]{0,11}(?:\.[0-9a-z]{0,11}){0,999}$/;
const BASE = 36;
const NOTHING_SEEN = '.';

/**
 * How far a stream over several partitions was read: for each partition the offset that comes next, or -1 where nothing
 * of it was seen. As text it is the id of an event: the offsets in base 36 with dots between, good on any replica.
 */
export class StreamPositions {
  constructor(private readonly next: number[] = []) {}

  /** What `toString` gave; undefined where it is none. */
  static parse(text: string): StreamPositions | undefined {
    if (text === '' || !SHAPE.test(text)) return undefined;
    const next = text.split('.').map((each) => (each === '' ? -1 : Number.parseInt(each, BASE)));
    return next.every(Number.isSafeInteger) ? new StreamPositions(next) : undefined;
  }

  get partitions(): number {
    return this.next.length;
  }

  of(partition: number): number {
    return this.next[partition] ?? -1;
  }

  set(partition: number, next: number): void {
    while (this.next.length <= partition) this.next.push(-1);
    this.next[partition] = next;
  }

  /** Whether it is further than another in any partition. */
  isAheadOf(other: StreamPositions): boolean {
    return this.next.some((next, partition) => next > other.of(partition));
  }

  copy(): StreamPositions {
    return new StreamPositions([...this.next]);
  }

  /** Never empty: an empty id makes a client forget the one it had. */
  toString(): string {
    return this.next.map(written).join('.') || NOTHING_SEEN;
  }

  /** The text before and after a partition's offset: of consecutive records of a partition only the offset differs. */
  around(partition: number): readonly [string, string] {
    const before = this.next.slice(0, partition).map((next) => `${written(next)}.`);
    const after = this.next.slice(partition + 1).map((next) => `.${written(next)}`);
    return [before.join(''), after.join('')];
  }
}

export function written(next: number): string {
  return next < 0 ? '' : next.toString(BASE);
}
