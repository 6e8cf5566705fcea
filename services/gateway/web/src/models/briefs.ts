import { percent } from '../components/index.js';
import { figureOf, permutationOf } from './figures.js';
import { formatsOf } from './formats.js';
import type { ModelCard, ModelVersion } from './model-types.js';

/** What each part of a version's page comes to, in a line: it stands in the part's place while that is folded. */

export function figuresBrief({ metrics }: Pick<ModelVersion, 'metrics'>): string {
  const f1 = figureOf(metrics, 'grouped', 'f1');
  const recall = figureOf(metrics, 'grouped', 'recallAtFpr1In100');
  const parts = [
    f1 === null ? [] : [`F1 ${f1.value.toFixed(4)}`],
    recall === null ? [] : [`finds ${percent(recall.value)} at 1 % false positives`],
  ].flat();
  return parts.length === 0 ? 'No figures of a test by group' : parts.join('; ');
}

export function decisionsBrief({ thresholds }: Pick<ModelVersion, 'thresholds'>): string {
  return `Malicious from ${percent(thresholds.malicious)} on, suspicious from ${percent(thresholds.suspicious)}`;
}

export function importanceBrief({
  importance,
  metrics,
}: Pick<ModelVersion, 'importance' | 'metrics'>): string {
  const features = importance.length > 0 ? importance : permutationOf(metrics);
  return `Most on ${features
    .slice(0, 2)
    .map(({ feature }) => feature)
    .join(' and ')}`;
}

export function searchBrief({
  algorithm,
  candidates,
}: Pick<ModelVersion, 'algorithm' | 'candidates'>): string {
  return candidates.length === 0
    ? `${algorithm}, without a search`
    : `${algorithm}, of ${candidates.length} tried`;
}

export function lineageBrief({ snapshotId, seed, leaks = [] }: ModelVersion): string {
  return leaks.length > 0 ? 'Trained in spite of leaks' : `Snapshot ${snapshotId}, seed ${seed}`;
}

export function cardBrief(card: ModelCard | null): string {
  if (card === null) return 'What not to trust it with';
  const { length } = card.limits;
  return length === 1 ? 'One limit' : `${length} limits`;
}

export function formatsBrief({ algorithm }: Pick<ModelVersion, 'algorithm'>): string {
  return formatsOf(algorithm).join(', ');
}
