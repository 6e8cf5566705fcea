import type { Calibration } from '@weir/learning';
import type { GraphBuilder } from '../graph/graph-builder.js';
import { doubleTensor, int64Tensor } from '../graph/tensors.js';

/** Probabilities are kept this far from 0 and 1 before their log-odds are taken, as when the model is served. */
const CLIP = 1e-7;

type Platt = Extract<Calibration, { method: 'platt' }>;
type Isotonic = Extract<Calibration, { method: 'isotonic' }>;

function addLogOdds(graph: GraphBuilder, probability: string): string {
  const clipped = graph.add('Clip', [
    probability,
    graph.number('probability_min', CLIP),
    graph.number('probability_max', 1 - CLIP),
  ]);
  const rest = graph.add('Sub', [graph.number('one', 1), clipped]);
  return graph.add('Log', [graph.add('Div', [clipped, rest])]);
}

function addPlatt(graph: GraphBuilder, probability: string, { input, slope, intercept }: Platt): string {
  const score = input === 'log-odds' ? addLogOdds(graph, probability) : probability;
  const scaled = graph.add('Mul', [score, graph.number('calibration_slope', slope)]);
  const shifted = graph.add('Add', [scaled, graph.number('calibration_intercept', intercept)]);
  return graph.add('Sigmoid', [shifted]);
}

/** A piecewise linear curve as the sum of its ramps: each rises by its part between its two corners. */
function addIsotonic(graph: GraphBuilder, probability: string, { inputs, outputs }: Isotonic): string {
  const ramps = Math.max(1, inputs.length - 1);
  const each = (name: string, value: (ramp: number) => number) =>
    graph.constant(
      name,
      doubleTensor(
        [ramps],
        Array.from({ length: ramps }, (_, ramp) => value(ramp)),
      ),
    );
  const starts = each('ramp_starts', (ramp) => inputs[ramp]!);
  const widths = each('ramp_widths', (ramp) => (inputs[ramp + 1] ?? inputs[ramp]! + 1) - inputs[ramp]!);
  const rises = each('ramp_rises', (ramp) => (outputs[ramp + 1] ?? outputs[ramp]!) - outputs[ramp]!);
  const column = graph.add('Unsqueeze', [probability, graph.constant('last_axis', int64Tensor([1], [1]))]);
  const share = graph.add('Div', [graph.add('Sub', [column, starts]), widths]);
  const clipped = graph.add('Clip', [share, graph.number('ramp_foot', 0), graph.number('ramp_top', 1)]);
  const risen = graph.add('MatMul', [clipped, rises]);
  return graph.add('Add', [risen, graph.number('curve_start', outputs[0]!)]);
}

/** Adds the calibration of `probability` (double, `rows`); returns the calibrated one. */
export function addCalibration(graph: GraphBuilder, probability: string, calibration: Calibration): string {
  return calibration.method === 'isotonic'
    ? addIsotonic(graph, probability, calibration)
    : addPlatt(graph, probability, calibration);
}
