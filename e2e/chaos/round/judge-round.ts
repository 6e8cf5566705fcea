import {
  type AliasMoved,
  type Hindrance,
  type Judgement,
  judgeAcknowledged,
  judgeCompleteness,
  judgeIdentity,
  judgeMultiplicity,
  judgeOrder,
  judgeRejected,
  judgeVersions,
} from '../judges/index.js';
import type { Delivery } from '../options.js';
import type { Evidence } from './evidence.js';

/** What the harness itself knows of a round. */
export interface RoundAccount {
  readonly delivery: Delivery;
  readonly acknowledged: ReadonlySet<string>;
  readonly moves: readonly AliasMoved[];
  readonly hindrances: readonly Hindrance[];
  readonly graceMs: number;
}

/** All judges on one round's evidence. */
export function judgeRound(evidence: Evidence, account: RoundAccount): Judgement[] {
  const { ids, urls, malformed, verdicts, rejected, stuck } = evidence;
  const { delivery, acknowledged, moves, hindrances, graceMs } = account;
  return [
    judgeAcknowledged(acknowledged, ids),
    {
      what: 'outputs readable to their end',
      expected: 'all',
      found: stuck.length === 0 ? 'all' : `all but ${stuck.length} partitions`,
      faults: stuck.map((place) => `${place}: a transaction is still open`),
    },
    judgeCompleteness(urls, verdicts),
    judgeMultiplicity(urls, verdicts, delivery),
    judgeIdentity(urls, verdicts),
    judgeOrder(urls, verdicts, delivery),
    judgeVersions(verdicts, moves, hindrances, graceMs),
    judgeRejected(malformed, rejected, delivery),
  ];
}
