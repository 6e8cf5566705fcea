import { createRandom, type Random, shuffle } from '../random/random.js';
import { addRow, dotRow, type TermDesign } from './term-design.js';

/** What to fit on. */
export interface DualProblem {
  readonly design: TermDesign;
  /** The rows' numbers in the design. */
  readonly rows: Int32Array;
  /** 1 or -1, one a row of the design. */
  readonly signs: Int8Array;
  /** How much each row of the design costs where it is wrong; a row that costs nothing is passed over. */
  readonly costs: Float64Array;
  readonly seed: number;
}

/** A dual variable starts as near to 0 as the logarithm bears. */
const SMALLEST_START = 1e-8;
const FIRST_INNER_TOLERANCE = 1e-2;
const LAST_INNER_TOLERANCE = 1e-8;
const MOST_NEWTON_STEPS = 100;
/** How much of a variable a Newton step that would leave its range leaves of it. */
const SHRINK = 0.1;

/**
 * L2-regularised logistic regression, ½‖w‖² + Σ cᵢ log(1 + exp(-yᵢ w·xᵢ)), by coordinate descent in its dual (Yu, Huang
 * and Lin 2011, "Dual coordinate descent methods for logistic regression and maximum entropy models", algorithm 5, as
 * LIBLINEAR's solver 7). The intercept is the weight of a constant 1 and penalised as any, as there.
 */
export class DualDescent {
  /** Single precision: most of the time goes to fetching them, and they end in a byte each. */
  readonly weights: Float32Array;
  intercept = 0;
  private readonly order: Int32Array;
  /** Of each row, the dual variable and what is left of its cost: kept both, since either may be too small to tell from 0. */
  private readonly duals: Float64Array;
  private readonly random: Random;
  private innerTolerance = FIRST_INNER_TOLERANCE;
  private newtonSteps = 0;

  constructor(private readonly problem: DualProblem) {
    const { design, rows, signs, costs, seed } = problem;
    this.weights = new Float32Array(design.terms.blocks.length * design.terms.blockSize);
    this.order = rows.filter((row) => costs[row]! > 0);
    this.duals = new Float64Array(2 * signs.length);
    this.random = createRandom(seed);
    for (const row of this.order) {
      const cost = costs[row]!;
      const dual = Math.min(0.001 * cost, SMALLEST_START);
      this.duals[2 * row] = dual;
      this.duals[2 * row + 1] = cost - dual;
      this.move(row, signs[row]! * dual);
    }
  }

  /** Visits every row once, in a new order; returns the largest gradient met, in log-odds. */
  epoch(): number {
    shuffle(this.order, this.random);
    this.newtonSteps = 0;
    let largest = 0;
    for (let index = 0; index < this.order.length; index++)
      largest = Math.max(largest, this.visit(this.order[index]!));
    if (this.newtonSteps <= this.order.length / 10)
      this.innerTolerance = Math.max(LAST_INNER_TOLERANCE, 0.1 * this.innerTolerance);
    return largest;
  }

  private move(row: number, amount: number): void {
    addRow(this.problem.design, row, amount, this.weights);
    this.intercept += amount;
  }

  /** Minimises over one row's dual variable by a Newton method that stays inside; returns the gradient it began with. */
  private visit(row: number): number {
    const { design, signs, costs } = this.problem;
    const { duals, innerTolerance } = this;
    const cost = costs[row]!;
    const label = signs[row]!;
    const square = design.squares[row]!;
    const margin = label * (dotRow(design, row, this.weights) + this.intercept);
    // Of the variable and its complement, work with that which stays away from the end where digits are lost.
    const side = 0.5 * square * (duals[2 * row + 1]! - duals[2 * row]!) + margin < 0 ? 1 : 0;
    const sign = side === 1 ? -1 : 1;
    const before = duals[2 * row + side]!;
    let dual = cost - before < 0.5 * cost ? SHRINK * before : before;
    let gradient = square * (dual - before) + sign * margin + Math.log(dual / (cost - dual));
    const first = Math.abs(gradient);
    let steps = 0;
    while (steps <= MOST_NEWTON_STEPS && Math.abs(gradient) >= innerTolerance) {
      const next = dual - gradient / (square + cost / (cost - dual) / dual);
      dual = next <= 0 ? dual * SHRINK : next;
      gradient = square * (dual - before) + sign * margin + Math.log(dual / (cost - dual));
      steps++;
    }
    if (steps > 0) {
      duals[2 * row + side] = dual;
      duals[2 * row + 1 - side] = cost - dual;
      this.move(row, sign * (dual - before) * label);
      this.newtonSteps += steps;
    }
    return first;
  }
}
