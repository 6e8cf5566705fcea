import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Random } from '../random/random.js';
import { HistogramCounter } from './histogram-counter.js';
import { type Histograms, LocalHistograms } from './histograms.js';
import { NodeTable } from './node-table.js';
import { partitionRows } from './partition.js';
import type { RowOrder } from './row-order.js';
import { SampledColumns } from './sampled-columns.js';
import type { Histogram, TreeTarget } from './target.js';

export interface GrowLimits {
  /** Splits between the root and a leaf; unlimited where absent. */
  readonly maxDepth?: number;
  /** Grows the most useful node first and stops at this many leaves. */
  readonly maxLeafNodes?: number;
  /** Columns drawn at each node; every column where absent. */
  readonly maxFeatures?: number;
}

/** With columns drawn at random, nodes of fewer rows count just those columns, and larger ones all, for their children's sake. */
const ROWS_WORTH_A_HISTOGRAM = 512;

/** Grows trees over binned rows, one after another in the same memory. Deterministic for given random numbers. */
export class TreeGrower {
  /** The nodes of the tree grown last. */
  readonly nodes: NodeTable;
  /** What each column gained in the tree grown last, not normalised. */
  readonly importance: Float64Array;
  private readonly sampled: SampledColumns | undefined;
  /** Nodes that can be split, and their histograms. */
  private readonly open: number[] = [];
  private readonly histograms: (Histogram | undefined)[] = [];
  private random: Random | undefined;

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly target: TreeTarget,
    private readonly limits: GrowLimits,
    /** With room for the rows of the largest tree. */
    readonly order: RowOrder,
    private readonly source: Histograms = new LocalHistograms(new HistogramCounter(binned, target)),
  ) {
    this.nodes = new NodeTable(target.width);
    this.importance = new Float64Array(binned.columns);
    const { maxFeatures } = limits;
    this.sampled = maxFeatures === undefined ? undefined : new SampledColumns(binned, target, maxFeatures);
  }

  /**
   * Grows one tree over these rows: afterwards those of node n, of depth d, are
   * `order.at(d)[nodes.start[n]..nodes.end[n])`. `random` is wanted where columns are drawn.
   */
  grow(rows: Int32Array, random?: Random): void {
    this.order.begin(rows);
    this.random = random;
    this.nodes.clear();
    this.importance.fill(0);
    this.sampled?.reset();
    this.addRoot();
    const maxLeaves = this.limits.maxLeafNodes ?? Number.POSITIVE_INFINITY;
    for (let leaves = 1; this.open.length > 0 && leaves < maxLeaves; leaves++) this.splitNext();
    for (const histogram of this.histograms) if (histogram) this.source.release(histogram);
    this.open.length = 0;
    this.histograms.length = 0;
  }

  private addRoot(): void {
    const { nodes, target } = this;
    const { length } = this.order;
    const order = this.order.at(0);
    const root = nodes.add(0, length, 0);
    for (let index = 0; index < target.width; index++) nodes.sums[index] = 0;
    if (length < ROWS_WORTH_A_HISTOGRAM) {
      for (let index = 0; index < length; index++) target.countRow(nodes.sums, 0, order[index]!);
      this.openNode(root, this.wantsHistogram(root) ? this.count(root) : undefined);
      return;
    }
    // Every row is in some bin of the first column.
    const histogram = this.count(root);
    const end = this.binned.offsets[1]! * target.width;
    for (let at = 0; at < end; at++) nodes.sums[at % target.width]! += histogram[at]!;
    this.openNode(root, histogram);
  }

  /** Depth first, or, with a limit on leaves, the node with the largest gain (the earliest of equals). */
  private next(): number {
    const { open } = this;
    const { gain } = this.nodes;
    if (this.limits.maxLeafNodes === undefined) return open.length - 1;
    let best = 0;
    for (let index = 1; index < open.length; index++) {
      if (gain[open[index]!]! > gain[open[best]!]!) best = index;
    }
    return best;
  }

  private mayBeSplit(node: number): boolean {
    const { depth, sums, width } = this.nodes;
    if (depth[node]! >= (this.limits.maxDepth ?? Number.POSITIVE_INFINITY)) return false;
    return this.target.mayBeSplit(sums, node * width);
  }

  private wantsHistogram(node: number): boolean {
    if (!this.mayBeSplit(node)) return false;
    return !this.sampled || this.nodes.rowsOf(node) >= ROWS_WORTH_A_HISTOGRAM;
  }

  private count(node: number): Histogram {
    const histogram = this.source.take();
    const { start, end, depth } = this.nodes;
    this.source.count(histogram, this.order.at(depth[node]!), start[node]!, end[node]!);
    return histogram;
  }

  /** Looks for the node's split; it stays open when there is one. Takes over `histogram`. */
  private openNode(node: number, histogram: Histogram | undefined): void {
    if (this.mayBeSplit(node) && this.findSplit(node, histogram)) {
      this.nodes.propose(node, this.target.scanner.best);
      this.open.push(node);
      this.histograms.push(histogram);
    } else if (histogram) this.source.release(histogram);
  }

  private findSplit(node: number, histogram: Histogram | undefined): boolean {
    const { nodes, target, sampled, random } = this;
    target.scanner.begin(nodes.sums, node * nodes.width);
    if (sampled && random) {
      const order = this.order.at(nodes.depth[node]!);
      sampled.scan(random, histogram, order, nodes.start[node]!, nodes.end[node]!);
    } else if (histogram) this.scanAll(histogram);
    return target.scanner.best.found;
  }

  private scanAll(histogram: Histogram): void {
    const { columns, edges, offsets } = this.binned;
    const { scanner } = this.target;
    for (let column = 0; column < columns; column++) {
      scanner.scan(histogram, offsets[column]!, edges[column]!.length + 1, column);
    }
  }

  private splitNext(): void {
    const { nodes, order, open, histograms, binned } = this;
    const place = this.next();
    const node = open[place]!;
    const histogram = histograms[place];
    open.splice(place, 1);
    histograms.splice(place, 1);
    const column = nodes.cutColumn[node]!;
    const isMissingLeft = nodes.missingLeft[node] === 1;
    const start = nodes.start[node]!;
    const end = nodes.end[node]!;
    const bin = nodes.bin[node]!;
    const depth = nodes.depth[node]!;
    const from = order.at(depth);
    const middle = partitionRows(binned, from, order.at(depth + 1), start, end, column, bin, isMissingLeft);
    this.importance[column]! += Math.max(0, nodes.gain[node]!);
    const left = nodes.split(node, middle);
    this.openChildren(histogram, left, left + 1);
  }

  /** Counts the smaller child; the larger is the parent minus it. A child that stays a leaf needs neither. */
  private openChildren(histogram: Histogram | undefined, left: number, right: number): void {
    const { nodes } = this;
    if (!histogram) {
      this.openNode(left, undefined);
      this.openNode(right, undefined);
      return;
    }
    const leftIsSmaller = nodes.rowsOf(left) <= nodes.rowsOf(right);
    const smaller = leftIsSmaller ? left : right;
    const larger = leftIsSmaller ? right : left;
    const smallerWants = this.wantsHistogram(smaller);
    const largerWants = this.wantsHistogram(larger);
    const counted = smallerWants || largerWants ? this.count(smaller) : undefined;
    if (counted && largerWants) this.source.subtract(histogram, counted);
    else this.source.release(histogram);
    if (counted && !smallerWants) this.source.release(counted);
    const ofSmaller = smallerWants ? counted : undefined;
    const ofLarger = largerWants ? histogram : undefined;
    this.openNode(left, leftIsSmaller ? ofSmaller : ofLarger);
    this.openNode(right, leftIsSmaller ? ofLarger : ofSmaller);
  }
}
