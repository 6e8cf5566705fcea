/** Models as the packages' `toJSON` writes and their `load` reads them. */

/** A node of ml-cart 2.1.1: a leaf where it has a `distribution`. A value goes left when it is below `splitValue`. */
export interface MlTreeNode {
  readonly splitColumn?: number;
  readonly splitValue?: number;
  /** Fall of Gini impurity by the split. */
  readonly gain?: number | null;
  /** Training rows that reached the node; ml-cart leaves it out where it tried no split. */
  readonly numberSamples?: number;
  readonly left?: MlTreeNode;
  readonly right?: MlTreeNode;
  /** Class shares as a matrix of one row, which ends at the highest class present; a number in a regression tree. */
  readonly distribution?: readonly (readonly number[])[] | number;
}

export interface MlTreeOptions {
  readonly kind: 'classifier' | 'regression';
  readonly gainFunction: 'gini' | 'regression';
  readonly splitFunction: 'mean';
  readonly minNumSamples: number;
  /** `null` is unlimited. */
  readonly maxDepth: number | null;
  readonly gainThreshold?: number;
}

/** `DecisionTreeClassifier` (DTClassifier) or `DecisionTreeRegression` (DTRegression) of ml-cart 2.1.1. */
export interface MlCartJson {
  readonly name: 'DTClassifier' | 'DTRegression';
  readonly options: MlTreeOptions;
  readonly root: MlTreeNode;
}

/** `RandomForestClassifier` (RFClassifier) or `RandomForestRegression` (RFRegression) of ml-random-forest 2.1.0. */
export interface MlRandomForestJson {
  readonly name: 'RFClassifier' | 'RFRegression';
  readonly selectionMethod?: 'mean';
  readonly baseModel: {
    /** The columns that each tree sees; its `splitColumn` counts in these. */
    readonly indexes: readonly (readonly number[])[];
    readonly n: number;
    readonly replacement: boolean;
    readonly maxFeatures: number;
    readonly nEstimators: number;
    readonly treeOptions: object;
    readonly isClassifier: boolean;
    readonly seed: number;
    readonly estimators: readonly MlCartJson[];
    readonly useSampleBagging: boolean;
  };
}

/** A node of ml-knn's k-d tree: the features, then the label. */
export interface MlKdNode {
  readonly obj: readonly number[];
  readonly left: MlKdNode | null;
  readonly right: MlKdNode | null;
  readonly dimension: number;
}

/** `KNN` of ml-knn 3.0.0. */
export interface MlKnnJson {
  readonly name: 'KNN';
  readonly kdTree: MlKdNode & { readonly dimensions: readonly number[] };
  readonly k: number;
  readonly classes: readonly number[];
  readonly isEuclidean: boolean;
}

export type MlModelJson = MlCartJson | MlRandomForestJson | MlKnnJson;
