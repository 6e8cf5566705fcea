// What this library uses of three packages that bring no types, or types that TypeScript does not read.

declare module 'ml-cart' {
  export class DecisionTreeClassifier {
    constructor(options?: object);
    train(rows: readonly (readonly number[])[], labels: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
    toJSON(): object;
    static load(json: object): DecisionTreeClassifier;
  }
}

declare module 'ml-random-forest' {
  class RandomForest {
    constructor(options?: object);
    train(rows: readonly (readonly number[])[], labels: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
    toJSON(): object;
  }
  export class RandomForestClassifier extends RandomForest {
    static load(json: object): RandomForestClassifier;
  }
  export class RandomForestRegression extends RandomForest {
    static load(json: object): RandomForestRegression;
  }
}

declare module 'ml-knn' {
  export default class KNN {
    constructor(
      rows: readonly (readonly number[])[],
      labels: readonly number[],
      options?: { readonly k?: number },
    );
    predict(rows: readonly (readonly number[])[]): number[];
    toJSON(): object;
    static load(json: object): KNN;
  }
}
