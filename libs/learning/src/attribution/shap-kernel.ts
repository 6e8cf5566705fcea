import { Kernel } from '../prediction/wasm/assembler.js';
import {
  type Code,
  call,
  f64,
  f64x2,
  i32,
  ifElse,
  select,
  v128,
  whileLoop,
} from '../prediction/wasm/instructions.js';
import { KernelModule } from '../prediction/wasm/module.js';

/** Most pairs of quadrature points: 24 points, exact to 48 distinct columns on a path. */
export const MOST_PAIRS = 12;
const PAIR_BYTES = 16;

/**
 * An inner node: address of its test's answer (a byte: goes right), of its column's slot, of its children (a leaf's
 * is odd: one more than its value's), cover share of the left child, prior share, mean.
 */
export const NODE_BYTES = 40;
const [ANSWER, SLOT, LEFT, RIGHT, LEFT_SHARE, PRIOR, MEAN] = [0, 4, 8, 12, 16, 24, 32];

/** A column's slot: its contribution (f64), and how many of its splits on the path the row fails (i32). */
export const SLOT_BYTES = 16;
const FAILED = 8;

/** Constants for a number of pairs: t, 1 − t, 1 / (1 − t)², weight, at each point. */
export const CONSTANT_ROWS = 4;

/** Where the constants for so many pairs stand; the first address after those of `MOST_PAIRS` for one more. */
export function constantsAt(pairs: number): number {
  return 16 + (CONSTANT_ROWS * PAIR_BYTES * (pairs * (pairs - 1))) / 2;
}

/** Bytes of a node's frame: its reach, the chance of its failing side and its hot child's value, at each point. */
export function frameBytes(pairs: number): number {
  return 3 * pairs * PAIR_BYTES;
}

/** `TreeShap.visit` for a given number of pairs of points; a node's values replace its reach in its frame. */
function visitKernel(pairs: number, self: number): Kernel {
  const kernel = new Kernel(`visit${pairs}`);
  const [node, frame] = [kernel.parameter('i32'), kernel.parameter('i32')];
  const [share, leastReach] = [kernel.parameter('f64'), kernel.parameter('f64')];
  const [slot, hot, cold, failed] = [0, 1, 2, 3].map(() => kernel.variable('i32')) as [L, L, L, L];
  const [coldShare, prior, childShare] = [0, 1, 2].map(() => kernel.variable('f64')) as [L, L, L];
  const [difference, chance, sum] = [0, 1, 2].map(() => kernel.variable('v128')) as [L, L, L];
  const at = (row: number, pair: number) => (row * pairs + pair) * PAIR_BYTES;
  const constant = (row: number, pair: number) => v128.load(i32.const(0), constantsAt(pairs) + at(row, pair));
  const own = (row: number, pair: number) => v128.load(frame.get, at(row, pair));
  const set = (row: number, pair: number, value: Code) => v128.store(frame.get, value, at(row, pair));
  const each = (write: (pair: number) => Code): Code[] => Array.from({ length: pairs }, (_, k) => write(k));
  // A child's frame begins where its values are wanted: the hot one's are done with before the cold one's begins.
  const [REACH, CHANCE, HOT, COLD] = [0, 1, 2, 3];

  const isFirst = f64.isEqual(prior.get, f64.const(0));
  const readNode = [
    slot.set(i32.load(node.get, SLOT)),
    failed.set(i32.load8(i32.load(node.get, ANSWER))),
    hot.set(select(i32.load(node.get, RIGHT), i32.load(node.get, LEFT), failed.get)),
    cold.set(select(i32.load(node.get, LEFT), i32.load(node.get, RIGHT), failed.get)),
    coldShare.set(f64.load(node.get, LEFT_SHARE)),
    coldShare.set(select(coldShare.get, f64.sub(f64.const(1), coldShare.get), failed.get)),
    prior.set(f64.load(node.get, PRIOR)),
    failed.set(select(i32.const(0), i32.load(slot.get, FAILED), isFirst)),
  ];
  const firstChance = (pair: number) => f64x2.mul(constant(1, pair), f64x2.splat(coldShare.get));
  const knownBefore = (pair: number) =>
    f64x2.div(
      f64x2.mul(f64x2.splat(f64.mul(coldShare.get, prior.get)), constant(1, pair)),
      f64x2.add(constant(0, pair), f64x2.mul(f64x2.splat(prior.get), constant(1, pair))),
    );
  const chances = ifElse(
    isFirst,
    each((k) => set(CHANCE, k, firstChance(k))),
    [
      ifElse(
        failed.get,
        each((k) => set(CHANCE, k, f64x2.splat(coldShare.get))),
        each((k) => set(CHANCE, k, knownBefore(k))),
      ),
    ],
  );
  const isLeaf = (index: L) => i32.and(index.get, i32.const(1));
  /** The child's values at each point, to this row of the frame. */
  const follow = (
    index: L,
    row: number,
    nextShare: Code,
    reach: (pair: number) => Code,
    around: [Code, Code],
  ): Code =>
    ifElse(
      isLeaf(index),
      each((k) => set(row, k, v128.load64Splat(i32.sub(index.get, i32.const(1))))),
      [
        childShare.set(nextShare),
        ifElse(
          f64.isLess(childShare.get, leastReach.get),
          each((k) => set(row, k, v128.load64Splat(index.get, MEAN))),
          [
            ...each((k) => set(row, k, reach(k))),
            around[0],
            call(self, index.get, i32.add(frame.get, i32.const(at(row, 0))), childShare.get, leastReach.get),
            around[1],
          ],
        ),
      ],
    );
  const count = (by: number) =>
    i32.store(slot.get, i32.add(i32.load(slot.get, FAILED), i32.const(by)), FAILED);
  const passing = f64.sub(f64.const(1), coldShare.get);
  const followHot = follow(
    hot,
    HOT,
    select(f64.mul(share.get, passing), share.get, failed.get),
    (k) => f64x2.sub(own(REACH, k), f64x2.mul(own(REACH, k), own(CHANCE, k))),
    [[], []],
  );
  const followCold = follow(
    cold,
    COLD,
    f64.mul(share.get, coldShare.get),
    (k) => f64x2.mul(own(REACH, k), own(CHANCE, k)),
    [count(1), count(-1)],
  );
  const gain = (slope: (pair: number) => Code): Code[] =>
    each((k) => [
      ...chance.set(own(CHANCE, k)),
      ...difference.set(f64x2.sub(own(HOT, k), own(COLD, k))),
      ...sum.set(f64x2.add(sum.get, f64x2.mul(f64x2.mul(own(REACH, k), slope(k)), difference.get))),
      ...set(REACH, k, f64x2.sub(own(HOT, k), f64x2.mul(chance.get, difference.get))),
    ]);
  const add = (factor: (gained: Code) => Code) =>
    f64.store(slot.get, f64.add(f64.load(slot.get), factor(f64x2.sum(sum))));
  const none = v128.const(new Array(16).fill(0));
  // The chance c = coldShare · prior · (1 − t) / known, so coldShare · prior / known² = c² / (coldShare · prior · (1 − t)²).
  const knownSlope = (k: number) => f64x2.mul(f64x2.mul(chance.get, chance.get), constant(2, k));
  const general = [
    chances,
    followHot,
    followCold,
    sum.set(none),
    ifElse(
      isFirst,
      [
        // coldShare is the chance without its 1 − t, taken out of the sum.
        ...gain(() => f64x2.splat(f64.const(1))),
        add((gained) => f64.mul(gained, coldShare.get)),
      ],
      [
        ...gain(knownSlope),
        ifElse(failed.get, [], [add((gained) => f64.div(gained, f64.mul(coldShare.get, prior.get)))]),
      ],
    ),
  ];

  /** Two leaves, as every third node has: their difference is the same at each point. */
  const leafValue = (index: L) => i32.sub(index.get, i32.const(1));
  const blend = (k: number) =>
    set(REACH, k, f64x2.sub(v128.load64Splat(leafValue(hot)), f64x2.mul(chance.get, difference.get)));
  const scale = f64.sub(f64.load(leafValue(hot)), f64.load(leafValue(cold)));
  const twoLeaves = [
    difference.set(f64x2.splat(scale)),
    sum.set(none),
    ifElse(
      isFirst,
      [
        ...each((k) => [
          ...chance.set(firstChance(k)),
          ...sum.set(f64x2.add(sum.get, own(REACH, k))),
          ...blend(k),
        ]),
        add((gained) => f64.mul(f64.mul(gained, scale), coldShare.get)),
      ],
      [
        ifElse(
          failed.get,
          [chance.set(f64x2.splat(coldShare.get)), ...each(blend)],
          [
            ...each((k) => [
              ...chance.set(knownBefore(k)),
              ...sum.set(f64x2.add(sum.get, f64x2.mul(own(REACH, k), knownSlope(k)))),
              ...blend(k),
            ]),
            add((gained) => f64.div(f64.mul(gained, scale), f64.mul(coldShare.get, prior.get))),
          ],
        ),
      ],
    ),
  ];
  return kernel.does(...readNode, ifElse(i32.and(isLeaf(hot), isLeaf(cold)), twoLeaves, general));
}

type L = ReturnType<Kernel['variable']>;

/** Visits the roots whose addresses (i32) stand from `root` to `end`. */
function explainKernel(pairs: number, visit: number): Kernel {
  const kernel = new Kernel(`explain${pairs}`);
  const [root, end, frame] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const leastReach = kernel.parameter('f64');
  const weights = constantsAt(pairs) + 3 * pairs * PAIR_BYTES;
  const begin = Array.from({ length: pairs }, (_, k) =>
    v128.store(frame.get, v128.load(i32.const(0), weights + k * PAIR_BYTES), k * PAIR_BYTES),
  );
  return kernel.does(
    whileLoop(
      i32.isLess(root.get, end.get),
      ...begin,
      call(visit, i32.load(root.get), frame.get, f64.const(1), leastReach.get),
      root.set(i32.add(root.get, i32.const(4))),
    ),
  );
}

let module: KernelModule | undefined;

/** The kernels `explain1` … `explain12`, by the pairs of points. */
export function shapKernels(): KernelModule {
  module ??= new KernelModule(
    Array.from({ length: MOST_PAIRS }, (_, index) => [
      visitKernel(index + 1, 2 * index),
      explainKernel(index + 1, 2 * index),
    ]).flat(),
  );
  return module;
}
