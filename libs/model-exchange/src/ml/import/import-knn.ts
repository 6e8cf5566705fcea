import { fault, indexAt, type JsonObject, listAt, numberAt, objectAt } from '../json/read-json.js';
import type { KnnModel } from '../knn-model.js';
import type { MlImportOptions } from './import-options.js';

/** The points of a k-d tree, node before left before right. Without recursion: a file can be as deep as it likes. */
function readPoints(root: unknown): number[][] {
  const points: number[][] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const place = `point ${points.length}`;
    const node = objectAt(open.pop(), place);
    points.push(listAt(node.obj, place).map((value) => numberAt(value, place)));
    for (const child of [node.right, node.left]) if (child !== null && child !== undefined) open.push(child);
  }
  return points;
}

function assertLengths(points: readonly number[][], features: number): void {
  if (features < 1) throw fault('its points have no features');
  points.forEach((point, index) => {
    if (point.length !== features + 1)
      throw fault(`point ${index} has ${point.length - 1} of ${features} features`);
  });
}

function readNeighbours(json: JsonObject): number {
  const k = indexAt(json.k, 'k');
  if (k < 1) throw fault('k is 0');
  return k;
}

/**
 * A model of ml-knn's `KNN`: its points as they are, unscaled, with equal votes. It finds the same neighbours. ml-knn
 * settles ties by the order in which its search comes by (of points equally far, and of classes with equally many
 * votes); here the earlier point and the lower class win.
 */
export function importKnn(json: JsonObject, options: MlImportOptions): KnnModel {
  if (json.isEuclidean !== true) throw fault('its distance is not Euclidean');
  const points = readPoints(json.kdTree);
  const features = points[0]!.length - 1;
  assertLengths(points, features);
  const labels = Int32Array.from(points, (point, index) =>
    indexAt(point[features], `the label of point ${index}`),
  );
  const seen = labels.reduce((most, label) => Math.max(most, label + 1), 2);
  if ((options.features ?? features) !== features)
    throw fault(`${options.features} features, not ${features}`);
  if ((options.classes ?? seen) < seen) throw fault(`${options.classes} classes, but it uses ${seen}`);
  return {
    algorithm: 'knn',
    features,
    classes: options.classes ?? seen,
    k: readNeighbours(json),
    neighbourWeights: 'uniform',
    means: new Float64Array(features),
    scales: new Float64Array(features).fill(1),
    rows: Float32Array.from(points.flatMap((point) => point.slice(0, features))),
    labels,
    weights: new Float64Array(points.length).fill(1),
  };
}
