import type { DecisionTreeModel, RandomForestModel } from '@weir/learning';
import { fault, objectAt } from '../json/read-json.js';
import type { KnnModel } from '../knn-model.js';
import { importKnn } from './import-knn.js';
import type { MlImportOptions } from './import-options.js';
import { importCart, importForest } from './import-trees.js';

/**
 * A model from the JSON (parsed) of ml-cart 2.1.1's DecisionTreeClassifier, ml-random-forest 2.1.0's
 * RandomForestClassifier or ml-knn 3.0.0's KNN. It predicts the labels that the package predicts, on 32-bit values
 * (KNN: see `importKnn` for ties).
 * Throws `EXCHANGE_ML_JSON`.
 */
export function importMl(
  json: unknown,
  options: MlImportOptions = {},
): DecisionTreeModel | RandomForestModel | KnnModel {
  const model = objectAt(json, 'the model');
  switch (model.name) {
    case 'DTClassifier':
      return importCart(model, options);
    case 'RFClassifier':
      return importForest(model, options);
    case 'KNN':
      return importKnn(model, options);
    default:
      throw fault(`its name is ${JSON.stringify(model.name)}`);
  }
}
