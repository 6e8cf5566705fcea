import { type ChallengerWindow, GroupedConfusion } from '@weir/drift';

/** Slices of a window: it moves on by one at a time. */
const SLICES = 10;

interface Slice {
  readonly index: number;
  errors: number;
  readonly champion: GroupedConfusion;
  readonly challenger: GroupedConfusion;
}

/** What one model says of a record. */
export interface Judged {
  /** Calibrated. */
  readonly probability: number;
  readonly flagged: boolean;
}

/** The canary's newest traffic, in ten slices of time: 40 KiB, whatever comes. */
export class CanaryWindow {
  readonly #sliceMs: number;
  #slices: Slice[] = [];

  constructor(windowMs: number) {
    this.#sliceMs = windowMs / SLICES;
  }

  /** Whether a record of `now` would begin a slice, so that those before it are whole. Time never runs backwards here. */
  isOver(now: number): boolean {
    const newest = this.#slices.at(-1);
    return newest !== undefined && Math.floor(now / this.#sliceMs) > newest.index;
  }

  /** A record that both scored. `now` in milliseconds. */
  add(now: number, keyHash: number, champion: Judged, challenger: Judged): void {
    const slice = this.#sliceOf(now);
    slice.champion.add(keyHash, champion.probability, champion.flagged);
    slice.challenger.add(keyHash, challenger.probability, challenger.flagged);
  }

  /** Records that the challenger failed on. */
  addErrors(now: number, records: number): void {
    this.#sliceOf(now).errors += records;
  }

  /** The last ten slices as one. */
  total(): ChallengerWindow {
    const sum = { errors: 0, champion: new GroupedConfusion(), challenger: new GroupedConfusion() };
    for (const slice of this.#slices) {
      sum.errors += slice.errors;
      sum.champion.merge(slice.champion);
      sum.challenger.merge(slice.challenger);
    }
    return sum;
  }

  #sliceOf(now: number): Slice {
    const newest = this.#slices.at(-1);
    const index = Math.floor(now / this.#sliceMs);
    if (newest !== undefined && index <= newest.index) return newest;
    const slice = { index, errors: 0, champion: new GroupedConfusion(), challenger: new GroupedConfusion() };
    this.#slices = [...this.#slices.filter((each) => each.index > index - SLICES), slice];
    return slice;
  }
}
