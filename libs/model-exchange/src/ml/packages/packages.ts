/// <reference path="./ml-packages.d.ts" />
import KNN from 'ml-knn';

export { DecisionTreeClassifier } from 'ml-cart';
export { RandomForestClassifier, RandomForestRegression } from 'ml-random-forest';
export { KNN };

/** A model as the JSON that its file would hold: `toJSON` alone leaves objects of the package inside. */
export function jsonOf(model: { toJSON(): object }): object {
  return JSON.parse(JSON.stringify(model)) as object;
}
