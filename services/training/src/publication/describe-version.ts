import type { ModelArtifact } from '@weir/learning';
import type { CandidateFigures, FeedbackMark, LeakMark, ModelVersion } from '@weir/platform';

/** Features named in a version's entry; the artifact has them all. */
const IMPORTANT_FEATURES = 30;

export interface VersionOrigin {
  readonly runId: string;
  readonly candidates: readonly CandidateFigures[];
  /** Absent where the data were not audited. */
  readonly leaks?: readonly LeakMark[];
  /** Absent where there were no corrections. */
  readonly feedback?: FeedbackMark | undefined;
}

/** An artifact's registry entry, but for what publication adds. */
export function describeVersion(
  artifact: ModelArtifact,
  { runId, candidates, leaks, feedback }: VersionOrigin,
): Omit<ModelVersion, 'version' | 'objectKey' | 'sha256' | 'card' | 'reference'> {
  return {
    name: artifact.schema,
    schema: artifact.schema,
    runId,
    snapshotId: artifact.lineage.snapshotId,
    snapshotSha256: artifact.lineage.snapshotSha256,
    algorithm: artifact.algorithm,
    parameters: { ...artifact.parameters },
    metrics: { ...artifact.metrics },
    candidates,
    importance: rankedImportance(artifact),
    thresholds: { malicious: artifact.thresholds.malicious, suspicious: artifact.thresholds.suspicious },
    rows: artifact.lineage.rows,
    seed: artifact.lineage.seed,
    ...(leaks === undefined ? {} : { leaks }),
    ...(feedback === undefined ? {} : { feedback }),
    createdAt: artifact.lineage.createdAt,
  };
}

function rankedImportance(artifact: ModelArtifact): { feature: string; importance: number }[] {
  return artifact.featureNames
    .map((feature, index) => ({ feature, importance: artifact.importance[index] ?? 0 }))
    .sort((a, b) => b.importance - a.importance)
    .slice(0, IMPORTANT_FEATURES);
}
