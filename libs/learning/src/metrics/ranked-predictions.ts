import { f1, precision, recall } from './confusion.js';
import { type Predictions, RECALL_RATES } from './figures.js';
import { surprise } from './probability.js';
import { descendingOrder } from './ranking.js';

const [ONE_IN_100, ONE_IN_1000] = RECALL_RATES;

/** Sums over the rows, each as often as it counts. */
interface Totals {
  rows: number;
  right: number;
  positives: number;
  truePositives: number;
  falsePositives: number;
  surprise: number;
  squaredError: number;
}

/**
 * Predictions sorted once, from the highest score down, so that the figures of a resample cost two passes and no sort.
 * A resample says how often each place of this order counts; 1 everywhere is the data itself.
 */
export class RankedPredictions {
  readonly rows: number;
  private readonly isPositive: Uint8Array;
  private readonly isPredictedPositive: Uint8Array;
  private readonly isRight: Uint8Array;
  /** 1 at the last of equal scores: they pass a threshold together. */
  private readonly closesTie: Uint8Array;
  private readonly surprises: Float64Array;
  private readonly squaredErrors: Float64Array;

  constructor({ labels, predicted, scores, probabilities, positive }: Predictions) {
    const order = descendingOrder(scores);
    this.rows = order.length;
    this.isPositive = Uint8Array.from(order, (row) => Number(labels[row] === positive));
    this.isPredictedPositive = Uint8Array.from(order, (row) => Number(predicted[row] === positive));
    this.isRight = Uint8Array.from(order, (row) => Number(labels[row] === predicted[row]));
    this.closesTie = Uint8Array.from(order, (row, place) =>
      Number(scores[row] !== scores[order[place + 1]!]),
    );
    const errors = Float64Array.from(order, (row, place) =>
      Math.abs(probabilities[row]! - this.isPositive[place]!),
    );
    this.surprises = errors.map((error) => surprise(1 - error));
    this.squaredErrors = errors.map((error) => error * error);
  }

  /** The figures in the order of `FIGURE_NAMES`, written to `out`; `NaN` where one cannot be told. */
  figures(counts: Uint32Array, out: Float64Array): Float64Array {
    const totals = this.totals(counts);
    const { rows, positives, truePositives, falsePositives } = totals;
    const falseNegatives = positives - truePositives;
    const trueNegatives = rows - positives - falsePositives;
    const confusion = { truePositives, falsePositives, falseNegatives, trueNegatives };
    out[0] = precision(confusion);
    out[1] = recall(confusion);
    out[2] = f1(confusion);
    out[3] = totals.right / rows;
    this.ranking(counts, positives, rows - positives, out);
    out[8] = totals.surprise / rows;
    out[9] = totals.squaredError / rows;
    return out;
  }

  private totals(counts: Uint32Array): Totals {
    const { isPositive, isPredictedPositive, isRight, surprises, squaredErrors } = this;
    const totals: Totals = {
      rows: 0,
      right: 0,
      positives: 0,
      truePositives: 0,
      falsePositives: 0,
      surprise: 0,
      squaredError: 0,
    };
    for (let place = 0; place < this.rows; place++) {
      const count = counts[place]!;
      if (count === 0) continue;
      const found = count * isPredictedPositive[place]!;
      totals.rows += count;
      totals.right += count * isRight[place]!;
      totals.positives += count * isPositive[place]!;
      totals.truePositives += found * isPositive[place]!;
      totals.falsePositives += found * (1 - isPositive[place]!);
      totals.surprise += count * surprises[place]!;
      totals.squaredError += count * squaredErrors[place]!;
    }
    return totals;
  }

  /** What depends on the order of the scores: entries 4 to 7, as `rocAuc`, `prAuc` and `recallAtFalsePositiveRate` say. */
  private ranking(counts: Uint32Array, positives: number, negatives: number, out: Float64Array): void {
    const { isPositive, closesTie } = this;
    let truePositives = 0;
    let falsePositives = 0;
    let lastTrue = 0;
    let lastFalse = 0;
    let rocArea = 0;
    let precisionArea = 0;
    let foundAt100 = 0;
    let foundAt1000 = 0;
    for (let place = 0; place < this.rows; place++) {
      if (isPositive[place] === 1) truePositives += counts[place]!;
      else falsePositives += counts[place]!;
      if (closesTie[place] === 0) continue;
      const gained = truePositives - lastTrue;
      rocArea += ((falsePositives - lastFalse) * (truePositives + lastTrue)) / 2;
      if (gained > 0) precisionArea += (gained * truePositives) / (truePositives + falsePositives);
      if (falsePositives / negatives <= ONE_IN_100) foundAt100 = truePositives;
      if (falsePositives / negatives <= ONE_IN_1000) foundAt1000 = truePositives;
      lastTrue = truePositives;
      lastFalse = falsePositives;
    }
    const share = (found: number) => (negatives > 0 ? found / positives : Number.NaN);
    out[4] = rocArea / (positives * negatives);
    out[5] = precisionArea / positives;
    out[6] = share(foundAt100);
    out[7] = share(foundAt1000);
  }
}
