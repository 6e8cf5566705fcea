import { type ModelAliasChanged, TOPICS } from '@weir/contracts';
import type { Collection, Documents, Stored } from '../documents/index.js';
import { isWeirError, WeirError } from '../errors/index.js';
import { type EventBus, publishEvent } from '../event-bus/index.js';
import { CHAMPION, type ModelAlias, type ModelVersion } from './model-version.js';

const VERSION_DIGITS = 9;
/** Earlier versions an alias remembers. */
const REMEMBERED = 50;
/** Each attempt lost is one that another caller won: enough for a thousand at once. */
const ATTEMPTS = 1_000;

type StoredVersion = ModelVersion & { readonly runKey: string };

export interface AliasMove {
  readonly name: string;
  readonly alias: string;
  readonly version: number;
  readonly by: string;
  readonly reason: string;
  /** Rejects with `WEIR_DOCUMENT_CONFLICT` if the alias is not at this revision; 0 means it must not exist yet. */
  readonly ifRevision?: number;
}

export interface Rollback {
  readonly name: string;
  readonly by: string;
  readonly reason: string;
  /** The champion to go back from: asked again, the same rollback then takes no second step. */
  readonly ifVersion?: number;
}

/** Model versions and aliases over Documents. Each move of an alias is published on `models.aliases`, after it is stored. */
export class ModelRegistry {
  constructor(
    private readonly documents: Documents,
    private readonly bus: EventBus,
    /** CloudEvents source of the events: `/weir/training`. */
    private readonly source: string,
  ) {}

  /** Adds a version under the next free number. A run's version is made once: asked again, the one there is given. */
  async add(version: Omit<ModelVersion, 'version'>): Promise<ModelVersion> {
    const versions = await this.#versions();
    const runKey = `${version.name}/${version.runId}`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const made = await this.#find({ runKey });
      if (made !== null) return made;
      const next = ((await this.newest(version.name))?.version ?? 0) + 1;
      try {
        const stored = await versions.insert(versionId(version.name, next), {
          ...version,
          version: next,
          runKey,
        });
        return publicVersion(stored);
      } catch (error) {
        // Someone else took the number, or this run's version was made elsewhere: look again.
        if (!isWeirError(error, 'WEIR_DOCUMENT_EXISTS')) throw error;
      }
    }
    throw new WeirError('WEIR_DOCUMENT_CONFLICT', `No version number of ${version.name} could be had`);
  }

  async get(name: string, version: number): Promise<ModelVersion | null> {
    const stored = await (await this.#versions()).get(versionId(name, version));
    return stored === null ? null : publicVersion(stored);
  }

  async newest(name: string): Promise<ModelVersion | null> {
    return this.#find({ name });
  }

  /** The version a run made, if it has. */
  async ofRun(name: string, runId: string): Promise<ModelVersion | null> {
    return this.#find({ runKey: `${name}/${runId}` });
  }

  /** Versions, newest first by name; `next` goes on. */
  async list(
    options: { readonly name?: string; readonly after?: string; readonly limit?: number } = {},
  ): Promise<{ items: ModelVersion[]; next: string | null }> {
    const { name, ...page } = options;
    const found = await (await this.#versions()).find({
      ...page,
      ...(name === undefined ? {} : { where: { name } }),
      order: 'descending',
    });
    return { items: found.items.map(publicVersion), next: found.next };
  }

  /** All aliases of a model, or of all models. */
  async aliases(name?: string): Promise<Stored<ModelAlias>[]> {
    const found = await (await this.#aliases()).find({
      ...(name === undefined ? {} : { where: { name } }),
      limit: 1_000,
    });
    return [...found.items];
  }

  async alias(name: string, alias: string): Promise<Stored<ModelAlias> | null> {
    return (await this.#aliases()).get(`${name}/${alias}`);
  }

  /** The version that serves, or null. */
  async champion(name: string): Promise<ModelVersion | null> {
    const alias = await this.alias(name, CHAMPION);
    return alias === null ? null : this.get(name, alias.value.version);
  }

  /** Points an alias at a version. Moving it to where it is changes nothing, but publishes again. */
  async move(move: AliasMove): Promise<Stored<ModelAlias>> {
    if ((await this.get(move.name, move.version)) === null) {
      throw new WeirError('WEIR_ALIAS_INVALID', `${move.name} has no version ${move.version}`);
    }
    return this.#change(move.name, move.alias, move.ifRevision, (current) => {
      if (current?.version === move.version) return current;
      const previous = current === null ? [] : [current.version, ...current.previous].slice(0, REMEMBERED);
      return { ...named(move), previous };
    });
  }

  /**
   * Points `champion` back at the version before. With `ifVersion`, a rollback from that version is made once: asked
   * again, it is only published again. Rejects with `WEIR_ALIAS_INVALID` if there is no version before, and with
   * `WEIR_DOCUMENT_CONFLICT` if another version is champion by now.
   */
  async rollback({ name, by, reason, ifVersion }: Rollback): Promise<Stored<ModelAlias>> {
    return this.#change(name, CHAMPION, undefined, (current) => {
      const [version, ...previous] = current?.previous ?? [];
      if (current !== null && ifVersion !== undefined && current.version !== ifVersion) {
        if (current.rolledBackFrom === ifVersion) return current;
        throw new WeirError('WEIR_DOCUMENT_CONFLICT', `${name}'s champion is version ${current.version}`);
      }
      if (current === null || version === undefined)
        throw new WeirError('WEIR_ALIAS_INVALID', `${name} has no earlier champion`);
      const back = named({ name, alias: CHAMPION, version, by, reason });
      return { ...back, previous, rolledBackFrom: current.version };
    });
  }

  async #change(
    name: string,
    alias: string,
    ifRevision: number | undefined,
    change: (current: ModelAlias | null) => ModelAlias,
  ): Promise<Stored<ModelAlias>> {
    const aliases = await this.#aliases();
    const id = `${name}/${alias}`;
    for (let attempt = 1; ; attempt++) {
      const current = await aliases.get(id);
      if (ifRevision !== undefined && ifRevision !== (current?.revision ?? 0)) {
        throw new WeirError('WEIR_DOCUMENT_CONFLICT', `${id} was moved by someone else`);
      }
      const next = change(current?.value ?? null);
      const stored = await this.#store(aliases, id, current, next).catch((error: unknown) => {
        const raced =
          isWeirError(error, 'WEIR_DOCUMENT_EXISTS') || isWeirError(error, 'WEIR_DOCUMENT_CONFLICT');
        if (!raced || attempt === ATTEMPTS) throw error;
        return null;
      });
      if (stored === null) continue;
      await this.#publish(aliases, stored);
      return stored;
    }
  }

  #store(
    aliases: Collection<ModelAlias>,
    id: string,
    current: Stored<ModelAlias> | null,
    next: ModelAlias,
  ): Promise<Stored<ModelAlias>> {
    if (current === null) return aliases.insert(id, next);
    if (current.value === next) return Promise.resolve(current);
    return aliases.replace(id, next, current.revision);
  }

  /**
   * Publishes an alias as it is stored. Of two moves at once, the one stored last may be published first: whoever
   * published looks again, so that the topic's newest record is always the newest revision.
   */
  async #publish(aliases: Collection<ModelAlias>, moved: Stored<ModelAlias>): Promise<void> {
    for (let next: Stored<ModelAlias> | null = moved; next !== null; ) {
      const { revision, value }: Stored<ModelAlias> = next;
      const { previous: _previous, rolledBackFrom: _from, ...alias } = value;
      const event: ModelAliasChanged = { ...alias, revision };
      await publishEvent(this.bus, TOPICS.modelsAliases, moved.id, event, { source: this.source });
      const stored = await aliases.get(moved.id);
      next = stored === null || stored.revision === revision ? null : stored;
    }
  }

  async #find(where: { name: string } | { runKey: string }): Promise<ModelVersion | null> {
    const { items } = await (await this.#versions()).find({ where, order: 'descending', limit: 1 });
    const [first] = items;
    return first === undefined ? null : publicVersion(first);
  }

  #versions(): Promise<Collection<StoredVersion>> {
    return this.documents.collection({
      name: 'model_versions',
      indexes: [{ field: 'name' }, { field: 'runKey', unique: true }],
    });
  }

  #aliases(): Promise<Collection<ModelAlias>> {
    return this.documents.collection({ name: 'model_aliases', indexes: [{ field: 'name' }] });
  }
}

function versionId(name: string, version: number): string {
  return `${name}/${String(version).padStart(VERSION_DIGITS, '0')}`;
}

function publicVersion(stored: Stored<StoredVersion>): ModelVersion {
  const { runKey: _runKey, ...version } = stored.value;
  return version;
}

function named({ name, alias, version, by, reason }: AliasMove): Omit<ModelAlias, 'previous'> {
  return { name, alias, version, by, reason, at: new Date().toISOString() };
}
