import { Injectable } from '@nestjs/common';
import { WeirError } from '@weir/platform';
import type { ServedModel } from './served-model.js';

/**
 * One slot for each model name: the version that serves, or none. Whoever scores takes the reference once for a
 * whole batch, so a swap falls between two batches and a batch never sees two versions.
 */
@Injectable()
export class ModelSlots {
  readonly #slots = new Map<string, ServedModel>();

  current(name: string): ServedModel | undefined {
    return this.#slots.get(name);
  }

  /** Throws `WEIR_MODEL_MISSING` where no version serves yet. */
  require(name: string): ServedModel {
    const model = this.#slots.get(name);
    if (model !== undefined) return model;
    throw new WeirError('WEIR_MODEL_MISSING', `No version of ${name} is in service`);
  }

  swap(next: ServedModel): void {
    this.#slots.set(next.name, next);
  }

  /** By name. */
  all(): ServedModel[] {
    return [...this.#slots.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
