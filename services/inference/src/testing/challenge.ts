import { type Metrics, readEnvironment } from '@weir/platform';
import { Canary } from '../canary/canary.js';
import type { CanaryReference, CanaryReturn, CanaryReturns } from '../canary/canary-returns.js';
import { ChallengerMetrics } from '../metrics/index.js';
import type { ModelSlots } from '../model-slot/index.js';
import { Challenge } from '../shadow/challenge.js';
import { silentLogger } from './backends.js';

/** Decisions of one process, in memory, whose store can be taken away. */
export class KeptReturns implements Pick<CanaryReturns, 'of' | 'record'> {
  readonly kept: CanaryReturn[] = [];
  isAway = false;

  async of({ name, version, aliasRevision }: CanaryReference): Promise<CanaryReturn | null> {
    if (this.isAway) throw new Error('the store was taken away');
    const is = (each: CanaryReturn) =>
      each.name === name && each.version === version && each.aliasRevision >= aliasRevision;
    return this.kept.find(is) ?? null;
  }

  async record(decided: CanaryReturn): Promise<CanaryReturn> {
    const known = await this.of(decided);
    if (known === null) this.kept.push(decided);
    return known ?? decided;
  }
}

export interface ChallengeUnderTest {
  readonly challenge: Challenge;
  readonly canary: Canary;
  readonly returns: KeptReturns;
}

/** What scores the challenger's share of a batch, over slots of a test. */
export function challengeOver(
  slots: ModelSlots,
  metrics: Metrics,
  variables: Readonly<Record<string, string>> = {},
  returns = new KeptReturns(),
): ChallengeUnderTest {
  const environment = readEnvironment(variables);
  const challengerMetrics = new ChallengerMetrics(metrics);
  const canary = new Canary(
    environment,
    returns as unknown as CanaryReturns,
    challengerMetrics,
    silentLogger,
  );
  const challenge = new Challenge(environment, slots, canary, challengerMetrics, silentLogger);
  return { challenge, canary, returns };
}
