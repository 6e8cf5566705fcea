import type { FeatureSchema, LeakPolicy } from '@weir/contracts';
import type { LeakFinding } from '@weir/drift';
import { type LeakMark, type SnapshotManifest, WeirError } from '@weir/platform';

/** Balanced accuracy of one rule from which a model would learn the collection, not the class. */
export const LEAK_FROM = 0.95;

/** With fewer of a class, some column of many predicts the label by chance. */
const FEWEST_ROWS_OF_A_CLASS = 20;

export interface LeakQuestion {
  readonly schema: FeatureSchema;
  readonly manifest: Pick<SnapshotManifest, 'id' | 'classCounts'>;
  readonly policy: LeakPolicy | undefined;
}

/**
 * The leaks that stand against training. Of URLs every rule counts, also one that canonical URLs have lost: it tells
 * that the classes were collected differently, and other marks of the collection stay. Elsewhere what the model sees.
 */
export function blockingLeaks(schema: FeatureSchema, findings: readonly LeakFinding[]): LeakMark[] {
  return findings
    .filter((found) => found.balancedAccuracy >= LEAK_FROM)
    .filter((found) => schema.input.kind === 'url' || found.severity === 'error')
    .map(({ rule, balancedAccuracy, visibleToModel }) => ({ rule, balancedAccuracy, visibleToModel }));
}

/**
 * The marks that a model of these data carries: none, or those that its run accepts.
 * Throws `WEIR_DATA_LEAK` where there are some and the run does not. A class of fewer than 20 rows tells nothing.
 */
export function acceptLeaks(findings: readonly LeakFinding[], question: LeakQuestion): LeakMark[] {
  const counts = Object.values(question.manifest.classCounts).filter((rows) => rows > 0);
  if (counts.some((rows) => rows < FEWEST_ROWS_OF_A_CLASS)) return [];
  const leaks = blockingLeaks(question.schema, findings);
  if (leaks.length === 0 || question.policy === 'accept') return leaks;
  throw refusal(leaks, question);
}

function refusal(leaks: readonly LeakMark[], { schema, manifest }: LeakQuestion): WeirError {
  const wayOn = { schema: schema.name, from: 'training', snapshot: manifest.id, leaks: 'accept' };
  // What to do about it follows, from the catalogue.
  const detail = [
    `One trivial rule alone predicts the label of snapshot ${manifest.id}: ${leaks.map(sentence).join('; ')}.`,
    'A model may learn how the rows were collected, and its figures would flatter it.',
    `To train in spite of it: POST /v1/runs ${JSON.stringify(wayOn)}`,
  ].join(' ');
  return new WeirError('WEIR_DATA_LEAK', detail, { context: { snapshotId: manifest.id, leaks } });
}

function sentence({ rule, balancedAccuracy, visibleToModel }: LeakMark): string {
  const seen = visibleToModel ? 'the model can see it' : 'the model cannot see it';
  return `${rule} (balanced accuracy ${balancedAccuracy.toFixed(3)}; ${seen})`;
}
