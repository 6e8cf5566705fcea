import { useQuery } from '@tanstack/react-query';
import { client, unwrapJson, WeirApiError } from '../api/index.js';

/** What the page reads of a schema of `GET /v1/schemas`. */
export interface SchemaOutline {
  readonly name: string;
  readonly title?: string;
  readonly columns: readonly { readonly name: string }[];
  readonly label: { readonly column: string };
}

/** Those of every Weir, where the gateway cannot list them. */
const BUILT_IN: readonly SchemaOutline[] = ['uci-30', 'uci-9', 'url'].map((name) => ({
  name,
  columns: [],
  label: { column: name === 'url' ? 'label' : 'Result' },
}));

const LONG_MS = 300_000;

export function useSchemas(): readonly SchemaOutline[] {
  const { data } = useQuery({ queryKey: ['schemas', 'outlines'], queryFn: read, staleTime: LONG_MS });
  return data ?? [];
}

export function useSchemaNames(): readonly string[] {
  return useSchemas().map(({ name }) => name);
}

async function read(): Promise<readonly SchemaOutline[]> {
  try {
    return (await unwrapJson<{ schemas: SchemaOutline[] }>(client.fetch('/v1/schemas'))).schemas;
  } catch (error) {
    if (error instanceof WeirApiError && error.status === 404) return BUILT_IN;
    throw error;
  }
}
