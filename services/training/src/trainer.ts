import { createHash } from 'node:crypto';
import type { FeatureSchema, LeakPolicy, SearchRequest } from '@weir/contracts';
import { positiveIndexOf } from '@weir/contracts';
import { type CardFeedback, type EncodedTraining, type ModelArtifact, trainInThread } from '@weir/learning';
import {
  CHALLENGER,
  CHAMPION,
  type FeedbackMark,
  type ModelVersion,
  type SnapshotCatalog,
  type SnapshotManifest,
  type SnapshotReader,
} from '@weir/platform';
import {
  disputedUrls,
  loadTaughtData,
  previousChampion,
  sameConfiguration,
  type TaughtData,
  withoutDisputed,
} from './feedback/index.js';
import { BY_TRAINING, chosenByHand, earlierJudgement } from './gate/earlier-judgement.js';
import { decidePromotion } from './gate/promotion-gate.js';
import { auditSnapshot } from './leaks/audit-snapshot.js';
import { acceptLeaks } from './leaks/leak-rules.js';
import { codedFailure } from './learning-failure.js';
import { cardOf } from './publication/card-of.js';
import { describeVersion } from './publication/describe-version.js';
import { announceVersion, type PublicationTargets, publishVersion } from './publication/publish-version.js';
import { referenceProfile } from './publication/reference-profile.js';
import { sayProgress } from './say-progress.js';
import { searchFor } from './search/search-for.js';
import { verdictRates } from './search/verdict-rates.js';
import type { LoadedData } from './training-data/load-training-data.js';

export interface TrainingTask {
  readonly runId: string;
  readonly schema: FeatureSchema;
  readonly manifest: SnapshotManifest;
  readonly search: SearchRequest;
  /** `refuse` where absent. */
  readonly leaks?: LeakPolicy | undefined;
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
    /** Snapshots of corrections. */
    private readonly feedback: SnapshotCatalog,
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
    const findings = await auditSnapshot(this.reader, task.manifest, task.schema);
    const leaks = acceptLeaks(findings, { ...task, policy: task.leaks });
    const taught = await loadTaughtData(
      { reader: this.reader, feedback: this.feedback },
      task.manifest,
      task.schema,
    );
    const trained = await this.#search(task, taught.data, hooks);
    const { artifact, bytes, report } = trained;
    for (const candidate of report.candidates) this.observeCandidate(candidate.algorithm, candidate.seconds);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return publishVersion(this.targets, {
      artifact: bytes,
      sha256,
      card: cardOf(trained, {
        ...task,
        ...taught,
        leaks,
        sha256,
        feedback: await this.#disputes(task, taught, artifact, hooks),
      }),
      reference: taught.data.population && (await referenceProfile(taught.data.population, artifact)),
      version: describeVersion(artifact, {
        runId: task.runId,
        candidates: report.candidates,
        leaks,
        feedback: feedbackMark(taught),
      }),
    });
  }

  async #disputes(
    task: TrainingTask,
    taught: TaughtData,
    artifact: ModelArtifact,
    hooks: TrainingHooks,
  ): Promise<CardFeedback | undefined> {
    if (taught.feedback === null) return undefined;
    const previous = await previousChampion(this.targets, task.schema.name);
    const heldOut = await this.#heldOut(task, taught, artifact, hooks);
    return disputedUrls({ ...taught.feedback, schema: task.schema, artifact, heldOut, previous });
  }

  /** The model's configuration, taught nothing of the disputed domains; null where too little is left to teach. */
  async #heldOut(
    task: TrainingTask,
    taught: TaughtData,
    artifact: ModelArtifact,
    hooks: TrainingHooks,
  ): Promise<ModelArtifact | null> {
    const data = withoutDisputed(taught);
    if (data === null) return null;
    // The run's own work is done: a bar that is full does not begin anew.
    const onProgress: TrainingHooks['onProgress'] = ({ total, message }) =>
      hooks.onProgress({ done: total, total, message: `without the corrections: ${message}` });
    try {
      const search = sameConfiguration(artifact, task.search);
      return (await this.#search({ ...task, search }, data, { ...hooks, onProgress })).artifact;
    } catch (error) {
      if (hooks.signal.aborted) throw error;
      return null;
    }
  }

  async #search(
    task: TrainingTask,
    data: LoadedData,
    { signal, onProgress }: TrainingHooks,
  ): Promise<EncodedTraining> {
    const { label, name } = task.schema;
    const rates = verdictRates(task.schema);
    const { fitter, ...search } = await searchFor(task.search, data.matrix);
    try {
      return await trainInThread(
        {
          schema: name,
          data: {
            matrix: data.matrix,
            labels: data.labels,
            classes: label.classes.length,
            ...(data.weights && { weights: data.weights }),
          },
          ...(data.terms && { terms: data.terms }),
          groups: data.groups,
          featureNames: [...data.featureNames],
          classes: label.classes.map((each) => each.name),
          positiveIndex: positiveIndexOf(label),
          ...(rates && { falsePositiveRates: rates }),
          ...search,
          seed: task.search.seed ?? task.manifest.splitSeed,
          lineage: {
            snapshotId: task.manifest.id,
            snapshotSha256: task.manifest.sha256,
            runId: task.runId,
            createdAt: task.requestedAt,
            rows: data.matrix.rows,
          },
        },
        {
          signal,
          fitter,
          onProgress: (progress) => onProgress(sayProgress(progress)),
          workers: this.workers,
        },
      );
    } catch (error) {
      throw codedFailure(error);
    }
  }

  async #judge(version: ModelVersion, again: boolean): Promise<TrainingOutcome> {
    const { registry } = this.targets;
    const champion = await registry.alias(version.name, CHAMPION);
    // Another replica has judged it since it was asked for; against itself no version is better.
    if (champion?.value.version === version.version) {
      return { version, alias: CHAMPION, reason: champion.value.reason };
    }
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

function feedbackMark({ feedback }: TaughtData): FeedbackMark | undefined {
  if (feedback === null) return undefined;
  const { id, sha256 } = feedback.corrections.manifest;
  return {
    snapshotId: id,
    snapshotSha256: sha256,
    rows: feedback.corrections.byCanonical.size,
    replacedRows: feedback.replacedRows,
  };
}
