import type { ModelAlias, ModelVersion } from '@weir/platform';

/** A version in a list: figures, without candidates and importance. */
export interface VersionSummary {
  readonly version: number;
  readonly algorithm: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly aliases: readonly string[];
  readonly snapshotId: string;
  readonly runId: string;
  readonly rows: number;
  readonly createdAt: string;
}

/** A model in the list of models. */
export interface ModelSummary {
  readonly name: string;
  readonly schema: string;
  readonly newest: VersionSummary;
  readonly champion: VersionSummary | null;
  readonly aliases: Readonly<Record<string, number>>;
}

/** A version with everything the registry knows, and the aliases that point at it. */
export type VersionView = ModelVersion & { readonly aliases: readonly string[] };

export function aliasMap(aliases: readonly ModelAlias[]): Record<string, number> {
  return Object.fromEntries(aliases.map(({ alias, version }) => [alias, version]));
}

export function aliasesOf(version: number, aliases: readonly ModelAlias[]): string[] {
  return aliases.filter((each) => each.version === version).map(({ alias }) => alias);
}

export function summaryOf(model: ModelVersion, aliases: readonly ModelAlias[]): VersionSummary {
  const { version, algorithm, metrics, snapshotId, runId, rows, createdAt } = model;
  return {
    version,
    algorithm,
    metrics,
    aliases: aliasesOf(version, aliases),
    snapshotId,
    runId,
    rows,
    createdAt,
  };
}
