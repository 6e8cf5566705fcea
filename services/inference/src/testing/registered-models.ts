import { createHash, randomUUID } from 'node:crypto';
import { encodeArtifact, type ModelArtifact } from '@weir/learning';
import { CHAMPION, type ModelRegistry, type ModelVersion, type Objects } from '@weir/platform';

export interface RegisteredBytes {
  readonly name: string;
  readonly artifact: ModelArtifact;
  /** What is stored in place of the encoded artifact. */
  readonly bytes?: Uint8Array;
}

/** Stores an artifact and adds its version to the registry, as training does. */
export async function registerVersion(
  registry: ModelRegistry,
  objects: Objects,
  { name, artifact, bytes = encodeArtifact(artifact) }: RegisteredBytes,
): Promise<ModelVersion> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectKey = `models/${name}/${randomUUID()}.safetensors`;
  await objects.put(objectKey, bytes);
  return registry.add({
    name,
    schema: artifact.schema,
    runId: randomUUID(),
    snapshotId: artifact.lineage.snapshotId,
    snapshotSha256: artifact.lineage.snapshotSha256,
    algorithm: artifact.algorithm,
    parameters: artifact.parameters,
    metrics: artifact.metrics,
    candidates: [],
    importance: [],
    thresholds: artifact.thresholds,
    rows: artifact.lineage.rows,
    seed: artifact.lineage.seed,
    objectKey,
    sha256,
    createdAt: artifact.lineage.createdAt,
  });
}

export async function promote(registry: ModelRegistry, { name, version }: ModelVersion): Promise<void> {
  await registry.move({ name, alias: CHAMPION, version, by: 'test', reason: 'test' });
}
