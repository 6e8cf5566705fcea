import { decodeArtifact, type ModelArtifact } from '@weir/learning';
import type { ModelRegistry, Objects } from '@weir/platform';

/** The champion and its model, or null where there is none or it cannot be read: a card is no reason to fail. */
export async function previousChampion(
  { registry, objects }: { readonly registry: ModelRegistry; readonly objects: Objects },
  name: string,
): Promise<{ readonly version: number; readonly artifact: ModelArtifact } | null> {
  const champion = await registry.champion(name);
  if (champion === null) return null;
  try {
    const bytes = await objects.read(champion.objectKey, { sha256: champion.sha256 });
    return { version: champion.version, artifact: decodeArtifact(bytes) };
  } catch {
    return null;
  }
}
