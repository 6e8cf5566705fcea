import { unwrapJson } from '@weir/client';
import { client } from '../../api/client.js';

export interface FeatureColumn {
  readonly name: string;
  readonly type: 'integer' | 'number';
  readonly allowed?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** As much of a feature schema as is needed to know its files. */
export interface Schema {
  readonly name: string;
  readonly input: { readonly kind: 'features' | 'url'; readonly column?: string };
  readonly columns: readonly FeatureColumn[];
  readonly label: { readonly column: string };
}

export async function readSchemas(): Promise<readonly Schema[]> {
  return (await unwrapJson<{ schemas: Schema[] }>(client.fetch('/v1/schemas'))).schemas;
}
