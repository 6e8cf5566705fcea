import type { ReadinessCheck } from './health.js';

/** The conditions a service adds to its own readiness. */
export class Readiness {
  readonly #checks: ReadinessCheck[] = [];

  readonly #spared = new Set<string>();
  readonly #sparedOnceSeen = new Set<string>();
  readonly #seen = new Set<string>();

  /** Traffic is taken without this dependency, by its name in the report, which goes on telling how it is. */
  spare(name: string): void {
    this.#spared.add(name);
  }

  /**
   * As `spare`, once it has answered: a new process waits for it, and one that served goes on. Where all replicas need
   * the same, none of them would be left to tell clients what is away, and to do what needs it not. The price: one that
   * alone lost it stays in service, which the gauge `dependency_up` tells.
   */
  spareOnceSeen(name: string): void {
    this.#sparedOnceSeen.add(name);
  }

  /** Whether traffic can be taken with the dependency as it is now. */
  passes(name: string, ok: boolean): boolean {
    if (ok) this.#seen.add(name);
    return ok || this.#spared.has(name) || (this.#sparedOnceSeen.has(name) && this.#seen.has(name));
  }

  require(check: ReadinessCheck): void {
    this.#checks.push(check);
  }

  checks(): readonly ReadinessCheck[] {
    return this.#checks;
  }
}
