import type { TrainingView } from '../algorithm/training-view.js';
import { RowRouter } from '../tree/router.js';
import type { ForestGrower } from './fit.js';

/** Sums what the trees of a growing forest say of a view's validation rows, each as it is grown. */
export class ForestScores {
  private readonly router: RowRouter;
  /** Rows of the problem × classes. */
  private readonly sums: Float64Array;
  private readonly value: Float32Array;

  constructor(
    private readonly view: TrainingView,
    private readonly forest: ForestGrower,
  ) {
    const { binned, labels, classes } = view.problem;
    this.router = new RowRouter(binned, view.validationRows.length);
    this.sums = new Float64Array(labels.length * classes);
    this.value = new Float32Array(classes);
  }

  /** Adds the tree grown last. */
  add(): void {
    const { router, forest, value } = this;
    const { nodes } = forest;
    router.route(nodes, this.view.validationRows);
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.column[node]! >= 0) continue;
      forest.target.writeValue(nodes.sums, node * nodes.width, value, 0);
      this.addTo(router.order.at(nodes.depth[node]!), router.start[node]!, router.end[node]!);
    }
  }

  private addTo(rows: Int32Array, start: number, end: number): void {
    const { sums, value } = this;
    const classes = value.length;
    for (let index = start; index < end; index++) {
      const at = rows[index]! * classes;
      for (let each = 0; each < classes; each++) sums[at + each]! += value[each]!;
    }
  }

  /** The sums so far: validation rows × classes. */
  ofValidationRows(): Float64Array<ArrayBuffer> {
    const { validationRows } = this.view;
    const classes = this.value.length;
    const scores = new Float64Array(validationRows.length * classes);
    for (let index = 0; index < validationRows.length; index++) {
      const from = validationRows[index]! * classes;
      for (let each = 0; each < classes; each++) scores[index * classes + each] = this.sums[from + each]!;
    }
    return scores;
  }
}
