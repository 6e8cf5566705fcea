import { Injectable } from '@nestjs/common';
import { CHAMPION, type ModelAlias, ModelRegistry, type ModelVersion, WeirError } from '@weir/platform';
import type { PageOptions } from '../http/paging.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import {
  aliasesOf,
  aliasMap,
  type ModelSummary,
  summaryOf,
  type VersionSummary,
  type VersionView,
} from './model-views.js';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The registry as clients read it. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly schemas: KnownSchemas,
  ) {}

  /** Every model with a version, the one with the newest version first. A model has its schema's name. */
  async list({ limit, after, schema }: PageOptions): Promise<Page<ModelSummary>> {
    const names = this.schemas.names().filter((name) => schema === undefined || name === schema);
    const found = await Promise.all(names.map((name) => this.#summary(name)));
    const models = found
      .filter((each) => each !== null)
      .sort((a, b) => b.newest.createdAt.localeCompare(a.newest.createdAt));
    const start = after === undefined ? 0 : models.findIndex(({ name }) => name === after) + 1;
    const items = models.slice(start, start + limit);
    return { items, next: start + limit < models.length ? (items.at(-1)?.name ?? null) : null };
  }

  /** A model's versions, newest first. Rejects with `WEIR_NOT_FOUND`. */
  async versions(
    name: string,
    options: PageOptions,
  ): Promise<{ model: ModelSummary } & Page<VersionSummary>> {
    const model = await this.#summary(name);
    if (model === null) throw new WeirError('WEIR_NOT_FOUND', `There is no model ${name.slice(0, 100)}`);
    const { limit, after } = options;
    const page = await this.registry.list({ name, limit, ...(after === undefined ? {} : { after }) });
    const aliases = await this.#aliases(name);
    return { model, items: page.items.map((each) => summaryOf(each, aliases)), next: page.next };
  }

  /** A version by its number or by an alias: `3`, `champion`. Rejects with `WEIR_NOT_FOUND`. */
  async version(name: string, versionOrAlias: string): Promise<VersionView> {
    const aliases = await this.#aliases(name);
    const number = /^\d{1,9}$/.test(versionOrAlias)
      ? Number(versionOrAlias)
      : aliases.find(({ alias }) => alias === versionOrAlias)?.version;
    const found = number === undefined ? null : await this.registry.get(name, number);
    if (found === null) {
      const asked = `${name.slice(0, 100)}/${versionOrAlias.slice(0, 100)}`;
      throw new WeirError('WEIR_NOT_FOUND', `There is no model version ${asked}`);
    }
    return { ...found, aliases: aliasesOf(found.version, aliases) };
  }

  async #summary(name: string): Promise<ModelSummary | null> {
    const newest = await this.registry.newest(name);
    if (newest === null) return null;
    const aliases = await this.#aliases(name);
    const champion = await this.#champion(name, newest, aliases);
    return {
      name,
      schema: newest.schema,
      newest: summaryOf(newest, aliases),
      champion: champion === null ? null : summaryOf(champion, aliases),
      aliases: aliasMap(aliases),
    };
  }

  async #champion(
    name: string,
    newest: ModelVersion,
    aliases: readonly ModelAlias[],
  ): Promise<ModelVersion | null> {
    const version = aliases.find(({ alias }) => alias === CHAMPION)?.version;
    if (version === undefined) return null;
    return version === newest.version ? newest : this.registry.get(name, version);
  }

  async #aliases(name: string): Promise<ModelAlias[]> {
    return (await this.registry.aliases(name)).map(({ value }) => value);
  }
}
