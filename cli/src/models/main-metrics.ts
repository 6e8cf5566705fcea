/** By what people judge a version; a version has hundreds more. */
const MAIN = new Set([
  'f1',
  'precision',
  'recall',
  'accuracy',
  'rocAuc',
  'prAuc',
  'recallAtFpr1In100',
  'logLoss',
  'brier',
  'expectedCalibrationError',
]);

/** `distinct.f1 = 0.9128 (0.9074 to 0.9176)`: the metrics by which versions are judged, with their intervals. */
export function mainMetrics(metrics: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(metrics)
    .filter(([name]) => MAIN.has(name.slice(name.lastIndexOf('.') + 1)))
    .map(
      ([name, value]) => `${name} = ${four(value)}${interval(metrics[`${name}Low`], metrics[`${name}High`])}`,
    );
}

function interval(low: unknown, high: unknown): string {
  return typeof low === 'number' && typeof high === 'number' ? ` (${four(low)} to ${four(high)})` : '';
}

function four(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(4) : '';
}
