import { Kernel } from '../prediction/wasm/assembler.js';
import {
  type Code,
  call,
  f64,
  f64x2,
  i32,
  ifElse,
  type Local,
  select,
  v128,
} from '../prediction/wasm/instructions.js';
import { CONSTANTS, constantsAt, FRAME, NODE, PAIR_BYTES, SLOT } from './shap-memory.js';

const NONE = v128.const(new Array(16).fill(0));
const ONE = f64.const(1);

/** `TreeShap.visit` for a number of pairs of points, unrolled. `self` is its place in the module. */
export class VisitKernel {
  private readonly kernel: Kernel;
  private readonly node: Local;
  private readonly frame: Local;
  private readonly slot: Local;
  /** The children on the side that the row passes to and the other; leaves have odd addresses. */
  private readonly passing: Local;
  private readonly failing: Local;
  /** Whether the row failed a split above on the same column. */
  private readonly hasFailed: Local;
  /** Cover share of the failing side. */
  private readonly share: Local;
  private readonly prior: Local;
  private readonly chance: Local;
  private readonly difference: Local;
  private readonly sum: Local;

  constructor(
    private readonly pairs: number,
    private readonly self: number,
  ) {
    const kernel = new Kernel(`visit${pairs}`);
    this.kernel = kernel;
    this.node = kernel.parameter('i32');
    this.frame = kernel.parameter('i32');
    this.slot = kernel.variable('i32');
    this.passing = kernel.variable('i32');
    this.failing = kernel.variable('i32');
    this.hasFailed = kernel.variable('i32');
    this.share = kernel.variable('f64');
    this.prior = kernel.variable('f64');
    this.chance = kernel.variable('v128');
    this.difference = kernel.variable('v128');
    this.sum = kernel.variable('v128');
  }

  build(): Kernel {
    const { passing, failing } = this;
    const areLeaves = i32.and(i32.and(passing.get, failing.get), i32.const(1));
    return this.kernel.does(this.readNode(), ifElse(areLeaves, this.joinLeaves(), this.joinSubtrees()));
  }

  private readNode(): Code {
    const { node, slot, passing, failing, hasFailed, share, prior } = this;
    const [left, right] = [i32.load(node.get, NODE.left), i32.load(node.get, NODE.right)];
    const goesRight = hasFailed;
    return [
      ...slot.set(i32.load(node.get, NODE.slot)),
      ...goesRight.set(i32.load8(i32.load(node.get, NODE.answer))),
      ...passing.set(select(right, left, goesRight.get)),
      ...failing.set(select(left, right, goesRight.get)),
      ...share.set(f64.load(node.get, NODE.leftShare)),
      ...share.set(select(share.get, f64.sub(ONE, share.get), goesRight.get)),
      ...prior.set(f64.load(node.get, NODE.priorShare)),
      ...hasFailed.set(i32.load(slot.get, SLOT.failed)),
    ];
  }

  /** Which of three it is: a column's first split on the path, a later one that all passed so far, or a failed one. */
  private byHistory(first: readonly Code[], passed: readonly Code[], failed: readonly Code[]): Code {
    const isFirst = f64.isEqual(this.prior.get, f64.const(0));
    return ifElse(isFirst, first, [ifElse(this.hasFailed.get, failed, passed)]);
  }

  private each(write: (pair: number) => Code): Code[] {
    return Array.from({ length: this.pairs }, (_, pair) => write(pair));
  }

  private offset(row: number, pair: number): number {
    return (row * this.pairs + pair) * PAIR_BYTES;
  }

  private read(row: number, pair: number): Code {
    return v128.load(this.frame.get, this.offset(row, pair));
  }

  private write(row: number, pair: number, value: Code): Code {
    return v128.store(this.frame.get, value, this.offset(row, pair));
  }

  private constant(row: number, pair: number): Code {
    return v128.load(i32.const(0), constantsAt(this.pairs) + this.offset(row, pair));
  }

  /** Chance of the failing side at a first split: unknown and so by its share. */
  private firstChance(pair: number): Code {
    return f64x2.mul(this.constant(CONSTANTS.unknown, pair), f64x2.splat(this.share.get));
  }

  /** The same where the row has passed splits on the column: it got here known, or unknown by the prior share. */
  private passedChance(pair: number): Code {
    const { share, prior } = this;
    const [known, unknown] = [this.constant(CONSTANTS.known, pair), this.constant(CONSTANTS.unknown, pair)];
    return f64x2.div(
      f64x2.mul(f64x2.splat(f64.mul(share.get, prior.get)), unknown),
      f64x2.add(known, f64x2.mul(f64x2.splat(prior.get), unknown)),
    );
  }

  /**
   * What a point's reach counts for the column, but for a factor. The slope share · prior / (t + prior · (1 − t))² is
   * chance² / (share · prior · (1 − t)²); at a first split it is the share.
   */
  private passedReach(pair: number): Code {
    const squared = f64x2.mul(this.chance.get, this.chance.get);
    const slope = f64x2.mul(squared, this.constant(CONSTANTS.unknownSquaredInverse, pair));
    return f64x2.mul(this.read(FRAME.reach, pair), slope);
  }

  private addFirst(gained: Code): Code {
    return this.addContribution(f64.mul(gained, this.share.get));
  }

  private addPassed(gained: Code): Code {
    return this.addContribution(f64.div(gained, f64.mul(this.share.get, this.prior.get)));
  }

  private addContribution(value: Code): Code {
    const { slot } = this;
    return f64.store(slot.get, f64.add(f64.load(slot.get, SLOT.contribution), value), SLOT.contribution);
  }

  /** Two leaves, as every third node has: what divides them is the same at each point. */
  private joinLeaves(): Code[] {
    const { passing, failing, chance, difference, sum, share } = this;
    const [passed, failed] = [valueAt(passing), valueAt(failing)];
    const divides = f64.sub(f64.load(passed), f64.load(failed));
    const gained = f64.mul(f64x2.sum(sum), divides);
    const blend = (pair: number) =>
      this.write(
        FRAME.reach,
        pair,
        f64x2.sub(v128.load64Splat(passed), f64x2.mul(chance.get, difference.get)),
      );
    const step = (pair: number, chanceAt: Code, reach: Code): Code => [
      ...chance.set(chanceAt),
      ...sum.set(f64x2.add(sum.get, reach)),
      ...blend(pair),
    ];
    return [
      difference.set(f64x2.splat(divides)),
      sum.set(NONE),
      this.byHistory(
        [
          ...this.each((pair) => step(pair, this.firstChance(pair), this.read(FRAME.reach, pair))),
          this.addFirst(gained),
        ],
        [
          ...this.each((pair) => step(pair, this.passedChance(pair), this.passedReach(pair))),
          this.addPassed(gained),
        ],
        [chance.set(f64x2.splat(share.get)), ...this.each(blend)],
      ),
    ];
  }

  private joinSubtrees(): Code[] {
    const { sum, share } = this;
    const chances = (chanceAt: (pair: number) => Code) =>
      this.each((pair) => this.write(FRAME.chance, pair, chanceAt(pair)));
    const gained = f64x2.sum(sum);
    return [
      this.byHistory(
        chances((pair) => this.firstChance(pair)),
        chances((pair) => this.passedChance(pair)),
        chances(() => f64x2.splat(share.get)),
      ),
      this.follow(this.passing, FRAME.passing, (reach, chance) => f64x2.sub(reach, f64x2.mul(reach, chance))),
      this.countFailed(1),
      this.follow(this.failing, FRAME.failing, f64x2.mul),
      this.countFailed(-1),
      sum.set(NONE),
      this.byHistory(
        [...this.join((pair) => this.read(FRAME.reach, pair)), this.addFirst(gained)],
        [...this.join((pair) => this.passedReach(pair)), this.addPassed(gained)],
        this.join(),
      ),
    ];
  }

  /** Writes a child's values to this row of the frame. */
  private follow(child: Local, row: number, reachOf: (reach: Code, chance: Code) => Code): Code {
    const reach = this.each((pair) =>
      this.write(row, pair, reachOf(this.read(FRAME.reach, pair), this.read(FRAME.chance, pair))),
    );
    const frame = i32.add(this.frame.get, i32.const(this.offset(row, 0)));
    return ifElse(
      i32.and(child.get, i32.const(1)),
      this.each((pair) => this.write(row, pair, v128.load64Splat(valueAt(child)))),
      [...reach, call(this.self, child.get, frame)],
    );
  }

  private countFailed(by: number): Code {
    const { slot } = this;
    return i32.store(slot.get, i32.add(i32.load(slot.get, SLOT.failed), i32.const(by)), SLOT.failed);
  }

  /** From the children's values to the node's, in the place of its reach; sums what they differ by, times `reachOf`. */
  private join(reachOf?: (pair: number) => Code): Code[] {
    const { chance, difference, sum } = this;
    return this.each((pair) => [
      ...chance.set(this.read(FRAME.chance, pair)),
      ...difference.set(f64x2.sub(this.read(FRAME.passing, pair), this.read(FRAME.failing, pair))),
      ...(reachOf ? sum.set(f64x2.add(sum.get, f64x2.mul(reachOf(pair), difference.get))) : []),
      ...this.write(
        FRAME.reach,
        pair,
        f64x2.sub(this.read(FRAME.passing, pair), f64x2.mul(chance.get, difference.get)),
      ),
    ]);
  }
}

function valueAt(leaf: Local): Code {
  return i32.sub(leaf.get, i32.const(1));
}
