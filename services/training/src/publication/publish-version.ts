import { createHash } from 'node:crypto';
import { type ModelVersionPublished, TOPICS } from '@weir/contracts';
import {
  type EventBus,
  type ModelRegistry,
  type ModelVersion,
  type Objects,
  publishEvent,
  type StoredObject,
} from '@weir/platform';

export interface Publication {
  /** The artifact's bytes. */
  readonly artifact: Uint8Array;
  /** Its SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
  readonly card: ModelCardFiles;
  /** The reference profile as JSON; see `referenceProfile`. */
  readonly reference?: string | undefined;
  readonly version: Omit<ModelVersion, 'version' | 'objectKey' | 'sha256' | 'card' | 'reference'>;
}

/** A model card in both of its forms. */
export interface ModelCardFiles {
  readonly json: string;
  readonly markdown: string;
}

export interface PublicationTargets {
  readonly objects: Objects;
  readonly registry: ModelRegistry;
  readonly bus: EventBus;
}

/** Where an artifact lies: by its content, so that nothing is ever written over. */
export function artifactKey(name: string, sha256: string): string {
  return `models/${name}/${sha256}.safetensors`;
}

/** By its content, as an artifact. */
async function putText(
  objects: Objects,
  folder: string,
  text: string,
  ending: string,
): Promise<StoredObject> {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectKey = `${folder}/${sha256}.${ending}`;
  await objects.put(objectKey, bytes);
  return { objectKey, sha256 };
}

/**
 * Artifact, card and reference, then registry entry, then event. Killed between two steps, the same call finishes the work:
 * what is there is not put again, a run's version is made once, and the event is told apart by version.
 */
export async function publishVersion(
  { objects, registry, bus }: PublicationTargets,
  { artifact, sha256, card, reference, version }: Publication,
): Promise<ModelVersion> {
  const objectKey = artifactKey(version.name, sha256);
  await objects.put(objectKey, artifact);
  const stored = {
    json: await putText(objects, `models/${version.name}/cards`, card.json, 'json'),
    markdown: await putText(objects, `models/${version.name}/cards`, card.markdown, 'md'),
  };
  const profile =
    reference === undefined
      ? {}
      : { reference: await putText(objects, `models/${version.name}/references`, reference, 'json') };
  const added = await registry.add({ ...version, objectKey, sha256, card: stored, ...profile });
  await announceVersion(bus, added);
  return added;
}

/** Publishes `models.versions` for a version in the registry. */
export async function announceVersion(bus: EventBus, version: ModelVersion): Promise<void> {
  const event: ModelVersionPublished = {
    runId: version.runId,
    name: version.name,
    version: version.version,
    metrics: { ...version.metrics },
    objectKey: version.objectKey,
    sha256: version.sha256,
    snapshotId: version.snapshotId,
    createdAt: version.createdAt,
  };
  await publishEvent(bus, TOPICS.modelsVersions, version.name, event, {
    source: '/weir/training',
    id: `${version.name}/${version.version}`,
  });
}
