import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [extension: `x-${string}`]: unknown;
};

/** One operation with where it stands. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly operation: Operation;
}

/** Every operation of a document, in its order. */
export function operationsOf(paths: OpenAPIObject['paths']): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}
