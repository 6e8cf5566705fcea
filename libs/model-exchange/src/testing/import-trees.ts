import type { DecisionTreeModel, RandomForestModel } from '@weir/learning';
import { importMl } from '../ml/import/import-ml.js';
import type { MlImportOptions } from '../ml/import/import-options.js';

/** An imported model that must be made of trees. */
export function importTrees(json: object, options?: MlImportOptions): DecisionTreeModel | RandomForestModel {
  const model = importMl(json, options);
  if (model.algorithm === 'knn') throw new Error('KNN has no trees');
  return model;
}
