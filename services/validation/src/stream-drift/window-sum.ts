import { type StreamSketch, sketchFromJson, sketchToJson } from '@weir/drift';
import type { FoldedSketch, WaitingSketch } from './sketch-inbox.js';

/** Sketches of one model version, merged as they come. */
export class WindowSum {
  readonly sketches: WaitingSketch[] = [];
  readonly #ends = new Set<string>();
  #windows = 0;
  #merged: StreamSketch | undefined;

  /** Throws `BAD_SKETCH` or `UNEQUAL_COLUMNS` and takes nothing where it does not go with the others. */
  add(waiting: WaitingSketch): void {
    const sketch = sketchFromJson(waiting.sketch);
    if (this.#merged === undefined) this.#merged = sketch;
    else this.#merged.merge(sketch);
    this.sketches.push(waiting);
    // Processes have the same windows.
    if (waiting.windows > 1) this.#windows += waiting.windows;
    else this.#ends.add(waiting.to);
  }

  get merged(): StreamSketch | undefined {
    return this.#merged;
  }

  get windows(): number {
    return this.#windows + this.#ends.size;
  }

  /** Rows that were looked at. */
  get effectiveRows(): number {
    return this.#merged?.effectiveRows ?? 0;
  }

  /** As one sketch; throws `RangeError` where there is none. */
  folded(): FoldedSketch {
    const [first] = this.sketches;
    if (first === undefined || this.#merged === undefined) throw new RangeError('nothing to fold');
    const starts = this.sketches.map(({ from }) => from).sort();
    const ends = this.sketches.map(({ to }) => to).sort();
    return {
      name: first.name,
      version: first.version,
      processes: [...new Set(this.sketches.flatMap(({ processes }) => processes))].sort(),
      from: starts[0] ?? first.from,
      to: ends.at(-1) ?? first.to,
      windows: this.windows,
      sketch: { ...sketchToJson(this.#merged) },
    };
  }
}
