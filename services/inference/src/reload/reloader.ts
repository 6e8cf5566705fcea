import { Inject, Injectable } from '@nestjs/common';
import { CHAMPION, isWeirError, LOGGER, type Logger, ModelRegistry } from '@weir/platform';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { ModelLoader } from './model-loader.js';
import { RefusedVersions } from './refused.js';

interface Reference {
  readonly name: string;
  readonly version: number;
}

export interface FollowOptions {
  /** Tries a refused version once more: somebody promoted it again, perhaps after mending its object. */
  readonly retryRefused: boolean;
}

/**
 * Keeps each slot at its champion. The registry's alias is asked each time, so stale or reordered events never move a
 * slot backwards, and what is done twice changes nothing.
 */
@Injectable()
export class Reloader {
  readonly #refused = new RefusedVersions();
  readonly #inTurn = new Map<string, Promise<void>>();
  readonly #lastFailures = new Map<string, string>();

  constructor(
    @Inject(ModelRegistry) private readonly registry: ModelRegistry,
    @Inject(ModelLoader) private readonly loader: ModelLoader,
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(InferenceMetrics) private readonly metrics: InferenceMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** All models that have a champion. Rejects where the registry cannot be read. */
  async followAll(): Promise<void> {
    const aliases = await this.registry.aliases();
    const champions = aliases.map(({ value }) => value).filter(({ alias }) => alias === CHAMPION);
    await Promise.all(
      champions.map(async ({ name, version }) => {
        if (this.slots.current(name)?.version === version) this.#settled(name);
        else await this.follow(name, { retryRefused: false });
      }),
    );
  }

  /** One model, one at a time per name. Never rejects: what fails is reported, and tried again by the next poll. */
  follow(name: string, options: FollowOptions): Promise<void> {
    const before = this.#inTurn.get(name) ?? Promise.resolve();
    const turn = before.then(() => this.#follow(name, options));
    this.#inTurn.set(name, turn);
    return turn;
  }

  refused(): { name: string; version: number; reason: string }[] {
    return this.#refused.all();
  }

  async #follow(name: string, { retryRefused }: FollowOptions): Promise<void> {
    try {
      const alias = await this.registry.alias(name, CHAMPION);
      if (alias === null) return;
      const { version } = alias.value;
      if (this.slots.current(name)?.version === version) return this.#settled(name);
      if (retryRefused || !this.#refused.has({ name, version })) await this.#bring({ name, version });
    } catch (error) {
      this.#reportFailure({ name }, error);
    }
  }

  async #bring(reference: Reference): Promise<void> {
    const { name, version } = reference;
    try {
      const entry = await this.registry.get(name, version);
      if (entry === null) throw new Error(`the registry has no version ${version} of ${name}`);
      const model = await this.loader.load(entry);
      const replaced = this.slots.current(name)?.version;
      this.slots.swap(model);
      this.#settled(name);
      this.metrics.modelInService(name, version);
      this.metrics.countReload(name, 'loaded');
      this.logger.info({ name, version, replaced, algorithm: model.artifact.algorithm }, 'model in service');
    } catch (error) {
      if (isWeirError(error, 'WEIR_ARTIFACT_REFUSED')) this.#reportRefusal(reference, error);
      else this.#reportFailure(reference, error);
    }
  }

  #settled(name: string): void {
    this.#refused.forget(name);
    this.#lastFailures.delete(name);
  }

  #reportRefusal(reference: Reference, error: Error & { readonly code: string }): void {
    this.#refused.remember(reference, error.message);
    this.metrics.countReload(reference.name, 'refused');
    const inService = this.slots.current(reference.name)?.version;
    this.logger.error({ ...reference, inService, code: error.code, err: error }, 'model version refused');
  }

  /** Loud once, then quiet until the reason changes: a poll comes every few seconds. */
  #reportFailure(reference: { name: string; version?: number }, error: unknown): void {
    const { message } = error as Error;
    const known = this.#lastFailures.get(reference.name) === message;
    this.#lastFailures.set(reference.name, message);
    this.metrics.countReload(reference.name, 'failed');
    const level = known ? 'debug' : 'warn';
    this.logger[level]({ ...reference, err: error }, 'model not loaded yet; trying again');
  }
}
