import type { ReadinessCheck } from './health.js';

/** The conditions a service adds to its own readiness. */
export class Readiness {
  readonly #checks: ReadinessCheck[] = [];

  require(check: ReadinessCheck): void {
    this.#checks.push(check);
  }

  checks(): readonly ReadinessCheck[] {
    return this.#checks;
  }
}
