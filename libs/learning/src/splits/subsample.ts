import { createRandom, shuffle } from '../random/random.js';
import { denseGroups } from './dense-groups.js';
import { rowsWhere, type SplitOptions } from './splits.js';

/** Rows of folds, of which a share is to be drawn. */
export interface FoldedRows {
  /** The fold of each row, from 0; a group's rows are in one. */
  readonly foldOf: Int32Array;
  readonly labels: Int32Array;
  readonly classes: number;
}

/** Groups with how many rows of each class they have, `groups` × `classes`, and their fold. */
interface CountedGroups {
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly counts: Int32Array;
  readonly foldOf: Int32Array;
}

function countGroups({ foldOf, labels, classes }: FoldedRows, given: Int32Array | undefined): CountedGroups {
  const dense = denseGroups(given, labels.length);
  const counts = new Int32Array(dense.groupCount * classes);
  const foldOfGroup = new Int32Array(dense.groupCount);
  for (let row = 0; row < labels.length; row++) {
    const group = dense.groups[row]!;
    counts[group * classes + labels[row]!]!++;
    foldOfGroup[group] = foldOf[row]!;
  }
  return { ...dense, counts, foldOf: foldOfGroup };
}

/** Which groups are drawn: in random order, each that takes no class of its fold past its share. */
class Draw {
  readonly isDrawn: Uint8Array;
  /** Rows wanted and had, `folds` × `classes`. */
  private readonly wanted: Float64Array;
  private readonly had: Float64Array;

  constructor(
    private readonly counted: CountedGroups,
    private readonly classes: number,
    share: number,
  ) {
    const folds = 1 + counted.foldOf.reduce((most, fold) => Math.max(most, fold), 0);
    this.isDrawn = new Uint8Array(counted.groupCount);
    this.wanted = new Float64Array(folds * classes);
    this.had = new Float64Array(folds * classes);
    for (let group = 0; group < counted.groupCount; group++) this.addTo(this.wanted, group, share);
  }

  private addTo(sums: Float64Array, group: number, times: number): void {
    const { counts, foldOf } = this.counted;
    for (let index = 0; index < this.classes; index++) {
      sums[foldOf[group]! * this.classes + index]! += times * counts[group * this.classes + index]!;
    }
  }

  private fits(group: number): boolean {
    const { counts, foldOf } = this.counted;
    for (let index = 0; index < this.classes; index++) {
      const count = counts[group * this.classes + index]!;
      const at = foldOf[group]! * this.classes + index;
      // Half a row over is rounding.
      if (count > 0 && this.had[at]! + count > this.wanted[at]! + 0.5) return false;
    }
    return true;
  }

  private take(group: number): void {
    this.isDrawn[group] = 1;
    this.addTo(this.had, group, 1);
  }

  run(order: Int32Array): void {
    for (const group of order) if (this.fits(group)) this.take(group);
    this.wanted.forEach((wanted, at) => {
      if (wanted > 0 && this.had[at] === 0) this.take(this.smallestWith(at, order));
    });
  }

  /** Where each group with a class is larger than the share, the smallest of them stands for it. */
  private smallestWith(at: number, order: Int32Array): number {
    const { classes, counted } = this;
    const [fold, label] = [Math.floor(at / classes), at % classes];
    const size = (group: number) =>
      counted.counts.subarray(group * classes, (group + 1) * classes).reduce((sum, count) => sum + count, 0);
    return order
      .filter((group) => counted.foldOf[group] === fold && counted.counts[group * classes + label]! > 0)
      .reduce((least, group) => (size(group) < size(least) ? group : least));
  }
}

/**
 * Numbers of about `share` of the rows, increasing: of each fold and class that share, and whole groups only.
 * Every class that a fold has, its sample has too. Throws `LEARN_MATRIX_SHAPE`.
 */
export function subsampleFolds(rows: FoldedRows, share: number, { seed, groups }: SplitOptions): Int32Array {
  const counted = countGroups(rows, groups);
  const draw = new Draw(counted, rows.classes, share);
  draw.run(
    shuffle(
      Int32Array.from({ length: counted.groupCount }, (_, group) => group),
      createRandom(seed),
    ),
  );
  return rowsWhere(rows.labels.length, (row) => draw.isDrawn[counted.groups[row]!] === 1);
}
