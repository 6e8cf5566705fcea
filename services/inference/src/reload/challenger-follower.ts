import { Inject, Injectable } from '@nestjs/common';
import {
  CHALLENGER,
  CONFIG,
  Environment,
  isWeirError,
  LOGGER,
  type Logger,
  ModelRegistry,
} from '@weir/platform';
import { Canary } from '../canary/index.js';
import { URL_MODEL } from '../classification/url-classifier.js';
import { ChallengerMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { ModelLoader } from './model-loader.js';
import { RefusedVersions } from './refused.js';
import type { FollowOptions } from './reloader.js';

interface Wanted {
  readonly name: string;
  readonly version: number;
  readonly aliasRevision: number;
}

/**
 * Keeps the challenger's slot of the stream's model at its alias, by the champion's own checks; other models have no
 * stream to be seen on, and with both shares at 0 no challenger is loaded. Nothing here disturbs a champion: what fails
 * is reported, and tried again by the next poll.
 */
@Injectable()
export class ChallengerFollower {
  readonly #refused = new RefusedVersions();
  #turn: Promise<void> = Promise.resolve();
  #look: Promise<void> | undefined;
  #lastFailure: string | undefined;

  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(ModelRegistry) private readonly registry: ModelRegistry,
    @Inject(ModelLoader) private readonly loader: ModelLoader,
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(Canary) private readonly canary: Canary,
    @Inject(ChallengerMetrics) private readonly metrics: ChallengerMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Where the look before goes on still, that one: the store may be slow. Never rejects. */
  followAll(): Promise<void> {
    this.#look ??= this.follow(URL_MODEL, { retryRefused: false }).finally(() => {
      this.#look = undefined;
    });
    return this.#look;
  }

  /** One at a time. Never rejects. */
  follow(name: string, options: FollowOptions): Promise<void> {
    const { shadowShare, canaryShare } = this.environment;
    if (name !== URL_MODEL || shadowShare + canaryShare === 0) return Promise.resolve();
    this.#turn = this.#turn.then(() => this.#follow(name, options));
    return this.#turn;
  }

  refused(): { name: string; version: number; reason: string }[] {
    return this.#refused.all();
  }

  async #follow(name: string, { retryRefused }: FollowOptions): Promise<void> {
    try {
      const alias = await this.registry.alias(name, CHALLENGER);
      const champion = this.slots.current(name)?.version;
      if (alias === null || alias.value.version === champion) this.#dismiss(name);
      else if (champion !== undefined) {
        const wanted = { name, version: alias.value.version, aliasRevision: alias.revision };
        if (retryRefused || !this.#refused.has(wanted)) await this.#bring(wanted);
      }
      const challenger = this.slots.challenger(name);
      if (challenger !== undefined) await this.canary.review(challenger);
      this.#lastFailure = undefined;
    } catch (error) {
      this.#reportFailure(name, error);
    }
  }

  async #bring({ name, version, aliasRevision }: Wanted): Promise<void> {
    const held = this.slots.challenger(name);
    if (held?.model.version === version) {
      // Moved away and back: the same model begins anew.
      if (held.aliasRevision !== aliasRevision) this.slots.challenge({ model: held.model, aliasRevision });
      return;
    }
    // Before the next is loaded, so that three models are never in memory.
    this.#dismiss(name);
    try {
      const entry = await this.registry.get(name, version);
      if (entry === null) throw new Error(`the registry has no version ${version} of ${name}`);
      const model = await this.loader.load(entry);
      this.#refused.forget(name);
      this.slots.challenge({ model, aliasRevision });
      this.metrics.challengerInPlace(name, this.slots.challenger(name)?.model.version);
      this.metrics.countReload(name, 'loaded');
      this.logger.info({ name, version, algorithm: model.artifact.algorithm }, 'challenger in place');
    } catch (error) {
      if (!isWeirError(error, 'WEIR_ARTIFACT_REFUSED')) throw error;
      this.#refused.remember({ name, version }, error.message);
      this.metrics.countReload(name, 'refused');
      this.logger.error({ name, version, code: error.code, err: error }, 'challenger refused');
    }
  }

  #dismiss(name: string): void {
    this.metrics.challengerInPlace(name, undefined);
    this.metrics.canaryShare(name, 0);
    const held = this.slots.challenger(name)?.model.version;
    if (held === undefined) return;
    this.slots.dismiss(name);
    this.logger.info({ name, version: held }, 'challenger dismissed');
  }

  /** Loud once, then quiet until the reason changes: a poll comes every few seconds. */
  #reportFailure(name: string, error: unknown): void {
    const { message } = error as Error;
    const level = this.#lastFailure === message ? 'debug' : 'warn';
    this.#lastFailure = message;
    this.metrics.countReload(name, 'failed');
    this.logger[level]({ name, err: error }, 'the challenger could not be followed; trying again');
  }
}
