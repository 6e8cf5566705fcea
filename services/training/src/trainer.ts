import { createHash } from 'node:crypto';
import type { FeatureSchema, SearchRequest } from '@weir/contracts';
import { positiveIndexOf } from '@weir/contracts';
import {
  type AlgorithmName,
  algorithmNames,
  type EncodedTraining,
  type TrainingProgress,
  trainInThread,
} from '@weir/learning';
import {
  CHALLENGER,
  CHAMPION,
  type ModelVersion,
  type SnapshotManifest,
  type SnapshotReader,
  WeirError,
} from '@weir/platform';
import { BY_TRAINING, chosenByHand, earlierJudgement } from './gate/earlier-judgement.js';
import { decidePromotion } from './gate/promotion-gate.js';
import { codedFailure } from './learning-failure.js';
import { describeVersion } from './publication/describe-version.js';
import { announceVersion, type PublicationTargets, publishVersion } from './publication/publish-version.js';
import { searchSpace } from './search-space.js';
import { type LoadedData, loadTrainingData } from './training-data/load-training-data.js';

export interface TrainingTask {
  readonly runId: string;
  readonly schema: FeatureSchema;
  readonly manifest: SnapshotManifest;
  readonly search: SearchRequest;
  /** When the work was asked for; it becomes the version's date, so that doing it again gives the same bytes. */
  readonly requestedAt: string;
}

export interface TrainingHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { done: number; total: number; message: string }) => void;
}

export interface TrainingOutcome {
  readonly version: ModelVersion;
  /** The alias the version has got. */
  readonly alias: string;
  readonly reason: string;
}

/** Trains a model on a snapshot, publishes it as a version, and promotes it if it passes the gate. */
export class Trainer {
  constructor(
    private readonly targets: PublicationTargets,
    private readonly reader: SnapshotReader,
    private readonly workers: number,
    private readonly observeCandidate: (algorithm: string, seconds: number) => void,
  ) {}

  /**
   * Doing the same task again changes nothing: the version is there and is announced again; it is judged only where
   * the first time did not come so far.
   */
  async train(task: TrainingTask, hooks: TrainingHooks): Promise<TrainingOutcome> {
    const made = await this.targets.registry.ofRun(task.schema.name, task.runId);
    if (made !== null) await announceVersion(this.targets.bus, made);
    const version = made ?? (await this.#make(task, hooks));
    const judgement = await earlierJudgement(this.targets.registry, version);
    return judgement === null ? this.#judge(version, made !== null) : { version, ...judgement };
  }

  async #make(task: TrainingTask, hooks: TrainingHooks): Promise<ModelVersion> {
    hooks.onProgress({ done: 0, total: 0, message: `reading snapshot ${task.manifest.id}` });
    const data = await loadTrainingData(this.reader, task.manifest, task.schema);
    const { artifact, bytes, report } = await this.#search(task, data, hooks);
    for (const candidate of report.candidates) this.observeCandidate(candidate.algorithm, candidate.seconds);
    return publishVersion(this.targets, {
      artifact: bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      version: describeVersion(artifact, { runId: task.runId, candidates: report.candidates }),
    });
  }

  async #search(
    task: TrainingTask,
    data: LoadedData,
    { signal, onProgress }: TrainingHooks,
  ): Promise<EncodedTraining> {
    const { label, name } = task.schema;
    try {
      return await trainInThread(
        {
          schema: name,
          data: { matrix: data.matrix, labels: data.labels, classes: label.classes.length },
          groups: data.groups,
          featureNames: [...data.featureNames],
          classes: label.classes.map((each) => each.name),
          positiveIndex: positiveIndexOf(label),
          ...searchSpace(data.matrix.rows),
          seed: task.search.seed ?? task.manifest.splitSeed,
          ...(task.search.algorithms === undefined
            ? {}
            : { algorithms: algorithmsAsked(task.search.algorithms) }),
          ...(task.search.folds === undefined ? {} : { folds: task.search.folds }),
          lineage: {
            snapshotId: task.manifest.id,
            snapshotSha256: task.manifest.sha256,
            runId: task.runId,
            createdAt: task.requestedAt,
            rows: data.matrix.rows,
          },
        },
        { signal, onProgress: (progress) => onProgress(describe(progress)), workers: this.workers },
      );
    } catch (error) {
      throw codedFailure(error);
    }
  }

  async #judge(version: ModelVersion, again: boolean): Promise<TrainingOutcome> {
    const { registry } = this.targets;
    const champion = await registry.alias(version.name, CHAMPION);
    const byHand = again ? chosenByHand(champion?.value, version) : null;
    const decision =
      byHand === null
        ? decidePromotion(version, champion && (await registry.get(version.name, champion.value.version)))
        : { promote: false, reason: byHand };
    const alias = decision.promote ? CHAMPION : CHALLENGER;
    await registry.move({
      name: version.name,
      alias,
      version: version.version,
      by: BY_TRAINING,
      reason: decision.reason,
      // Whoever moves the champion meanwhile is not overruled: the version is judged again, against that one.
      ...(decision.promote ? { ifRevision: champion?.revision ?? 0 } : {}),
    });
    return { version, alias, reason: decision.reason };
  }
}

function describe({ stage, done, total, best }: TrainingProgress): {
  done: number;
  total: number;
  message: string;
} {
  const sofar = best === undefined ? '' : `; best so far ${best.algorithm}, F1 ${best.meanF1.toFixed(4)}`;
  return { done, total, message: `${STAGES[stage]}: ${done} of ${total} fits${sofar}` };
}

const STAGES = { search: 'searching', evaluate: 'testing', refit: 'fitting on all rows' } as const;

function algorithmsAsked(names: readonly string[]): AlgorithmName[] {
  const known = algorithmNames();
  return names.map((name) => {
    const algorithm = known.find((each) => each === name);
    if (algorithm !== undefined) return algorithm;
    throw new WeirError(
      'WEIR_REQUEST_INVALID',
      `There is no algorithm "${name}"; there are ${known.join(', ')}`,
    );
  });
}
