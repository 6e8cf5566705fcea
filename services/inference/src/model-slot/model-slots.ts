import { Injectable } from '@nestjs/common';
import { WeirError } from '@weir/platform';
import type { Challenger, ServedModel } from './served-model.js';

/**
 * One slot for each model name: the version that serves, or none, and beside it its challenger, or none. Whoever scores
 * takes each reference once for a whole batch, so a swap falls between two batches.
 */
@Injectable()
export class ModelSlots {
  readonly #slots = new Map<string, ServedModel>();
  readonly #challengers = new Map<string, Challenger>();

  current(name: string): ServedModel | undefined {
    return this.#slots.get(name);
  }

  /** Throws `WEIR_MODEL_MISSING` where no version serves yet. */
  require(name: string): ServedModel {
    const model = this.#slots.get(name);
    if (model !== undefined) return model;
    throw new WeirError('WEIR_MODEL_MISSING', `No version of ${name} is in service`);
  }

  /** A challenger that becomes champion is a challenger no more. */
  swap(next: ServedModel): void {
    this.#slots.set(next.name, next);
    if (this.challenger(next.name)?.model.version === next.version) this.dismiss(next.name);
  }

  challenger(name: string): Challenger | undefined {
    return this.#challengers.get(name);
  }

  /** In place of the one before. The champion's own version challenges nobody: then nothing does. */
  challenge(next: Challenger): void {
    const { name, version } = next.model;
    if (this.current(name)?.version === version) this.dismiss(name);
    else this.#challengers.set(name, next);
  }

  /** Empties the challenger's slot. */
  dismiss(name: string): void {
    this.#challengers.delete(name);
  }

  /** By name. */
  all(): ServedModel[] {
    return [...this.#slots.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  allChallengers(): Challenger[] {
    return [...this.#challengers.values()];
  }
}
