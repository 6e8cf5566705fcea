import { Inject, Injectable } from '@nestjs/common';
import type { ChallengerFigures } from '@weir/drift';
import { type Collection, DOCUMENTS, type Documents, isWeirError } from '@weir/platform';
import type { ReturnReason } from '../metrics/index.js';

/** That a version is no canary any more, and why. */
export interface CanaryReturn {
  readonly name: string;
  readonly version: number;
  /** Of the challenger's alias when it was decided: moved again, the version may try anew. */
  readonly aliasRevision: number;
  readonly championVersion: number;
  readonly reason: ReturnReason;
  readonly figures: ChallengerFigures;
  /** ISO 8601. */
  readonly at: string;
}

export type CanaryReference = Pick<CanaryReturn, 'name' | 'version' | 'aliasRevision'>;

/** Attempts, each lost to another replica that stored meanwhile. */
const ATTEMPTS = 20;

/** Returns to the champion, which all replicas follow and a restart does not forget. */
@Injectable()
export class CanaryReturns {
  constructor(@Inject(DOCUMENTS) private readonly documents: Documents) {}

  /** What was decided of the version since it was made challenger, or null. */
  async of(reference: CanaryReference): Promise<CanaryReturn | null> {
    const stored = await (await this.#returns()).get(idOf(reference));
    return stored !== null && stored.value.aliasRevision >= reference.aliasRevision ? stored.value : null;
  }

  /** Stores a decision; where one was made already, of this time as challenger or a later one, that one stands and is given. */
  async record(decided: CanaryReturn): Promise<CanaryReturn> {
    const returns = await this.#returns();
    for (let attempt = 1; ; attempt++) {
      const stored = await returns.get(idOf(decided));
      if (stored !== null && stored.value.aliasRevision >= decided.aliasRevision) return stored.value;
      try {
        if (stored === null) await returns.insert(idOf(decided), decided);
        else await returns.replace(stored.id, decided, stored.revision);
        return decided;
      } catch (error) {
        const raced =
          isWeirError(error, 'WEIR_DOCUMENT_EXISTS') || isWeirError(error, 'WEIR_DOCUMENT_CONFLICT');
        if (!raced || attempt === ATTEMPTS) throw error;
      }
    }
  }

  #returns(): Promise<Collection<CanaryReturn>> {
    return this.documents.collection({ name: 'canary_returns', indexes: [{ field: 'name' }] });
  }
}

function idOf({ name, version }: CanaryReference): string {
  return `${name}/${version}`;
}
