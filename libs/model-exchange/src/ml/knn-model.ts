import type { FittedModel } from '@weir/learning';

export type KnnModel = Extract<FittedModel, { algorithm: 'knn' }>;
