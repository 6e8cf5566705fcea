import type { FeatureSchema } from './feature-schema.js';
import { UCI_9 } from './uci-9.js';
import { UCI_30 } from './uci-30.js';
import { URL_SCHEMA } from './url.js';

/** The schemas a process knows: the three built in, and the user's own. */
export class SchemaRegistry {
  readonly #schemas = new Map<string, FeatureSchema>();

  constructor(own: readonly FeatureSchema[] = []) {
    for (const schema of [UCI_30, UCI_9, URL_SCHEMA, ...own]) {
      if (this.#schemas.has(schema.name))
        throw new RangeError(`two feature schemas are named "${schema.name}"`);
      this.#schemas.set(schema.name, schema);
    }
  }

  find(name: string): FeatureSchema | undefined {
    return this.#schemas.get(name);
  }

  names(): string[] {
    return [...this.#schemas.keys()];
  }

  all(): FeatureSchema[] {
    return [...this.#schemas.values()];
  }
}
