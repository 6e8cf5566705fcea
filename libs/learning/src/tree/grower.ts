import { type CountedRows, countAll, type Histogram, HistogramPool, subtract } from './histogram.js';
import { agreementOf, type ClassSums, type Criterion } from './impurity.js';
import { partitionRows } from './partition.js';
import { type ColumnSampling, SampledColumns } from './sampled-columns.js';
import { type Split, SplitFinder } from './split-finder.js';
import { TreeBuilder } from './tree-builder.js';
import type { TreeEnsemble } from './tree-ensemble.js';

export interface GrowOptions {
  readonly criterion: Criterion;
  readonly classWeights: Float64Array;
  /** Splits between the root and a leaf; unlimited where absent. */
  readonly maxDepth?: number;
  /** Row weight each leaf must keep; 1 where absent. */
  readonly minSamplesLeaf?: number;
  /** Grows the most useful node first and stops at this many leaves. */
  readonly maxLeafNodes?: number;
  /** Columns drawn at each node, and where they are drawn from; every column where absent. */
  readonly sampling?: ColumnSampling;
}

export interface GrownTree {
  readonly ensemble: TreeEnsemble;
  /** Fall of impurity each column brought, not normalised. */
  readonly importance: Float64Array;
}

interface OpenNode {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly sums: ClassSums;
  readonly histogram: Histogram | undefined;
  readonly split: Split;
}

type NodeRows = Pick<OpenNode, 'start' | 'end' | 'depth' | 'sums'>;

/** Grows one tree over `order`, the rows with weight; `order` is rearranged. Deterministic for a given `random`. */
export function growTree(source: CountedRows, order: Int32Array, options: GrowOptions): GrownTree {
  return new TreeGrower(source, order, options).grow();
}

class TreeGrower {
  private readonly finder: SplitFinder;
  private readonly builder: TreeBuilder;
  private readonly pool: HistogramPool;
  private readonly scratchRows: Int32Array;
  private readonly sampled: SampledColumns | undefined;
  private readonly importance: Float64Array;
  private readonly open: OpenNode[] = [];
  private readonly minSamplesLeaf: number;
  private leaves = 1;

  constructor(
    private readonly source: CountedRows,
    private readonly order: Int32Array,
    private readonly options: GrowOptions,
  ) {
    const { binned, classes } = source;
    this.minSamplesLeaf = options.minSamplesLeaf ?? 1;
    this.finder = new SplitFinder(classes, {
      agreement: agreementOf(options.criterion),
      classWeights: options.classWeights,
      minSamplesLeaf: this.minSamplesLeaf,
    });
    this.builder = new TreeBuilder(binned.edges, options.classWeights);
    this.pool = new HistogramPool(binned.offsets[binned.columns]! * classes);
    this.scratchRows = new Int32Array(order.length);
    this.sampled = options.sampling && new SampledColumns(source, options.sampling);
    this.importance = new Float64Array(binned.columns);
  }

  grow(): GrownTree {
    const root = { start: 0, end: this.order.length, depth: 0, sums: this.sumClasses() };
    const histogram = this.needsHistogram(root) ? this.count(root) : undefined;
    this.addNode(root, histogram);
    const maxLeaves = this.options.maxLeafNodes ?? Number.POSITIVE_INFINITY;
    while (this.open.length > 0 && this.leaves < maxLeaves) this.splitNode(this.next());
    return { ensemble: this.builder.compile(), importance: this.importance };
  }

  private sumClasses(): ClassSums {
    const sums = new Array<number>(this.source.classes).fill(0);
    for (const row of this.order) sums[this.source.labels[row]!]! += this.source.weights[row]!;
    return sums;
  }

  /** Depth first, or, with a limit on leaves, the node with the largest gain (the earliest of equals). */
  private next(): OpenNode {
    if (this.options.maxLeafNodes === undefined) return this.open.pop()!;
    let best = 0;
    for (let index = 1; index < this.open.length; index++) {
      if (this.open[index]!.split.gain > this.open[best]!.split.gain) best = index;
    }
    return this.open.splice(best, 1)[0]!;
  }

  private mayBeSplit(node: NodeRows): boolean {
    if (node.depth >= (this.options.maxDepth ?? Number.POSITIVE_INFINITY)) return false;
    let weight = 0;
    let present = 0;
    for (const sum of node.sums) {
      weight += sum;
      if (sum > 0) present++;
    }
    return present > 1 && weight >= 2 * this.minSamplesLeaf;
  }

  private needsHistogram(node: NodeRows): boolean {
    return this.options.sampling === undefined && this.mayBeSplit(node);
  }

  private count(node: NodeRows): Histogram {
    const histogram = this.pool.take();
    countAll(histogram, this.source, this.order, node.start, node.end);
    return histogram;
  }

  /** Adds a node; it stays open when it can be split. Takes over `histogram`. */
  private addNode(node: NodeRows, histogram: Histogram | undefined): number {
    const index = this.builder.add(node.sums);
    const split = this.mayBeSplit(node) ? this.findSplit(node, histogram) : undefined;
    if (split) {
      const { start, end, depth, sums } = node;
      this.open.push({ start, end, depth, sums, index, split, histogram });
    } else if (histogram) this.pool.release(histogram);
    return index;
  }

  private findSplit(node: NodeRows, histogram: Histogram | undefined): Split | undefined {
    this.finder.begin(node.sums);
    if (this.sampled) this.sampled.scan(this.finder, this.order, node.start, node.end);
    else if (histogram) this.scanAll(histogram);
    return this.finder.best();
  }

  private scanAll(histogram: Histogram): void {
    const { columns, edges, offsets } = this.source.binned;
    for (let column = 0; column < columns; column++) {
      this.finder.scan(histogram, offsets[column]!, edges[column]!.length + 1, column);
    }
  }

  private splitNode(node: OpenNode): void {
    const { split } = node;
    const middle = partitionRows(
      this.source.binned,
      this.order,
      node.start,
      node.end,
      split,
      this.scratchRows,
    );
    const depth = node.depth + 1;
    const left = { start: node.start, end: middle, depth, sums: split.leftSums };
    const right = {
      start: middle,
      end: node.end,
      depth,
      sums: node.sums.map((sum, i) => sum - split.leftSums[i]!),
    };
    const [leftHistogram, rightHistogram] = this.childHistograms(node, left, right);
    this.importance[split.column]! += Math.max(0, split.gain);
    this.leaves++;
    const leftIndex = this.addNode(left, leftHistogram);
    this.builder.split(node.index, split, leftIndex, this.addNode(right, rightHistogram));
  }

  /** Counts the smaller child; the larger is the parent minus it. A child that stays a leaf needs neither. */
  private childHistograms(parent: OpenNode, left: NodeRows, right: NodeRows): (Histogram | undefined)[] {
    const histogram = parent.histogram;
    if (!histogram) return [undefined, undefined];
    const leftIsSmaller = left.end - left.start <= right.end - right.start;
    const [smaller, larger] = leftIsSmaller ? [left, right] : [right, left];
    if (!this.needsHistogram(larger)) {
      this.pool.release(histogram);
      const only = this.needsHistogram(smaller) ? this.count(smaller) : undefined;
      return leftIsSmaller ? [only, undefined] : [undefined, only];
    }
    const counted = this.count(smaller);
    subtract(histogram, counted);
    if (!this.needsHistogram(smaller)) this.pool.release(counted);
    const kept = this.needsHistogram(smaller) ? counted : undefined;
    return leftIsSmaller ? [kept, histogram] : [histogram, kept];
  }
}
