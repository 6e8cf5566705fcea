import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client, type Pages, unwrap, unwrapJson, usePages, WeirApiError } from '../api/index.js';
import type { Alias, ModelCard, ModelComparison, ModelVersion, ModelWithVersions } from './model-types.js';

const PAGE = 50;

/** Everything about models is asked for anew once one is promoted. */
export const MODELS = 'models';

export function useVersions(name: string): Pages<ModelWithVersions> {
  return usePages({
    key: [MODELS, name],
    ask: (cursor, signal) => {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      return unwrap(client.GET('/v1/models/{name}', { params: { path: { name }, query }, signal }));
    },
  });
}

export function useVersion(name: string, version: string): UseQueryResult<ModelVersion> {
  return useQuery({
    queryKey: [MODELS, name, version],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/v1/models/{name}/{version}', { params: { path: { name, version } }, signal })),
  });
}

/** Null for a version of before there were cards. */
export function useCard(name: string, version: string): UseQueryResult<ModelCard | null> {
  return useQuery({
    queryKey: [MODELS, name, version, 'card'],
    queryFn: ({ signal }) =>
      orNull(unwrapJson<ModelCard>(client.fetch(`${versionPath(name, version)}/card`, { signal }))),
  });
}

export function useComparison(name: string, a: string, b: string): UseQueryResult<ModelComparison> {
  const query = new URLSearchParams({ a, b });
  return useQuery({
    queryKey: [MODELS, name, 'compare', a, b],
    queryFn: ({ signal }) =>
      unwrapJson<ModelComparison>(
        client.fetch(`/v1/models/${encodeURIComponent(name)}/compare?${query}`, { signal }),
      ),
    enabled: a !== '' && b !== '',
  });
}

/** Where an alias points now; null where there is none. Asked for anew each time it is used. */
export function useAlias(name: string, alias: string, isEnabled: boolean): UseQueryResult<Alias | null> {
  const path = `/v1/models/${encodeURIComponent(name)}/aliases/${encodeURIComponent(alias)}`;
  return useQuery({
    queryKey: [MODELS, name, 'alias', alias],
    queryFn: ({ signal }) => orNull(unwrapJson<Alias>(client.fetch(path, { signal }))),
    enabled: isEnabled,
    staleTime: 0,
    gcTime: 0,
  });
}

export function versionPath(name: string, version: number | string): string {
  return `/v1/models/${encodeURIComponent(name)}/${encodeURIComponent(version)}`;
}

async function orNull<Data>(answer: Promise<Data>): Promise<Data | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WeirApiError && error.status === 404) return null;
    throw error;
  }
}
