/** Neighbouring inputs that share one level. */
export interface Block {
  /** Lowest and highest input. */
  readonly first: number;
  readonly last: number;
  /** Rows. */
  readonly weight: number;
  /** Mean of the rows' targets. */
  readonly mean: number;
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { first: a.first, last: b.last, weight, mean: (a.weight * a.mean + b.weight * b.mean) / weight };
}

/** One block for each different input, in rising order. */
function blocksOfInputs(inputs: ArrayLike<number>, targets: ArrayLike<number>): Block[] {
  const order = Int32Array.from({ length: inputs.length }, (_, row) => row);
  order.sort((a, b) => inputs[a]! - inputs[b]!);
  const blocks: Block[] = [];
  for (let at = 0; at < order.length; ) {
    const input = inputs[order[at]!]!;
    let weight = 0;
    let sum = 0;
    for (; at < order.length && inputs[order[at]!] === input; at++) {
      weight++;
      sum += targets[order[at]!]!;
    }
    blocks.push({ first: input, last: input, weight, mean: sum / weight });
  }
  return blocks;
}

/** Pools neighbours until the means strictly rise: linear in the number of different inputs. */
export function pooledBlocks(inputs: ArrayLike<number>, targets: ArrayLike<number>): Block[] {
  const rising: Block[] = [];
  for (const block of blocksOfInputs(inputs, targets)) {
    let last = block;
    for (let before = rising.at(-1); before && before.mean >= last.mean; before = rising.at(-1)) {
      last = pooled(before, last);
      rising.pop();
    }
    rising.push(last);
  }
  return rising;
}

/** Squared error that pooling two blocks adds. */
function costOf(a: Block, b: Block): number {
  return ((a.weight * b.weight) / (a.weight + b.weight)) * (a.mean - b.mean) ** 2;
}

/** Pools the two neighbours that cost the least until there are no more than `most`. */
export function withAtMost(blocks: readonly Block[], most: number): Block[] {
  const kept = blocks.slice();
  while (kept.length > Math.max(1, most)) {
    let cheapest = 0;
    let lowest = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < kept.length; at++) {
      const cost = costOf(kept[at]!, kept[at + 1]!);
      if (cost < lowest) {
        lowest = cost;
        cheapest = at;
      }
    }
    kept.splice(cheapest, 2, pooled(kept[cheapest]!, kept[cheapest + 1]!));
  }
  return kept;
}
