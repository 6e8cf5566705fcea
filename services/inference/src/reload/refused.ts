import { WeirError } from '@weir/platform';

interface Reference {
  readonly name: string;
  readonly version: number;
}

/** The version must not serve, and trying again would not change that. */
export function refuse({ name, version }: Reference, why: string, cause?: unknown): WeirError {
  return new WeirError('WEIR_ARTIFACT_REFUSED', `Version ${version} of ${name} is refused: ${why}`, {
    cause,
    context: { name, version },
  });
}

/** The last version of each name that was refused, so that a poll does not try it every few seconds. */
export class RefusedVersions {
  readonly #versions = new Map<string, { readonly version: number; readonly reason: string }>();

  has({ name, version }: Reference): boolean {
    return this.#versions.get(name)?.version === version;
  }

  remember({ name, version }: Reference, reason: string): void {
    this.#versions.set(name, { version, reason });
  }

  forget(name: string): void {
    this.#versions.delete(name);
  }

  all(): { name: string; version: number; reason: string }[] {
    return [...this.#versions].map(([name, refused]) => ({ name, ...refused }));
  }
}
