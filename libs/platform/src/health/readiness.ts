import type { ReadinessCheck } from './health.js';

/** The conditions a service adds to its own readiness. */
export class Readiness {
  readonly #checks: ReadinessCheck[] = [];

  readonly #spared = new Set<string>();

  /** Traffic is taken without this dependency, by its name in the report, which goes on telling how it is. */
  spare(name: string): void {
    this.#spared.add(name);
  }

  isSpared(name: string): boolean {
    return this.#spared.has(name);
  }

  require(check: ReadinessCheck): void {
    this.#checks.push(check);
  }

  checks(): readonly ReadinessCheck[] {
    return this.#checks;
  }
}
