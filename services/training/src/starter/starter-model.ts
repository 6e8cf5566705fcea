import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeArtifact } from '@weir/learning';
import { type AliasMove, CHAMPION, isWeirError, type ModelRegistry, type ModelVersion } from '@weir/platform';
import { describeVersion } from '../publication/describe-version.js';
import { type PublicationTargets, publishVersion } from '../publication/publish-version.js';
import { starterCard } from './starter-card.js';
import { readStarterFacts } from './starter-facts.js';

/** The model shipped with the project; its card stands beside it. */
export const STARTER_FILE = fileURLToPath(new URL('../../starter/url.safetensors', import.meta.url));
/** What the rows it was taught are like, and its scores on rows held out. */
export const STARTER_REFERENCE = fileURLToPath(new URL('../../starter/reference.json', import.meta.url));
export const STARTER_RUN = 'starter';

/**
 * Where the registry holds no `url` champion, registers the shipped model and makes it champion, so that raw URLs
 * get verdicts from the first minute. Several replicas may do this at once: one wins, the others find it done.
 * Gives the version it promoted, or null if there was nothing to do.
 */
export async function registerStarterModel(
  targets: PublicationTargets,
  file: string = STARTER_FILE,
): Promise<ModelVersion | null> {
  const bytes = await readFile(file);
  const artifact = decodeArtifact(bytes);
  if ((await targets.registry.champion(artifact.schema)) !== null) return null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = await readStarterFacts();
  const version = describeVersion(artifact, { runId: STARTER_RUN, candidates: [], leaks: facts.leaks });
  const card = starterCard(artifact, { bytes: bytes.byteLength, sha256 }, facts);
  const reference = await readFile(STARTER_REFERENCE, 'utf8');
  const published = await publishVersion(targets, { artifact: bytes, sha256, card, reference, version });
  return (await becomesFirstChampion(targets.registry, published)) ? published : null;
}

async function becomesFirstChampion(registry: ModelRegistry, version: ModelVersion): Promise<boolean> {
  const move: AliasMove = {
    name: version.name,
    alias: CHAMPION,
    version: version.version,
    by: 'training',
    reason: 'the starter model shipped with Weir',
    ifRevision: 0,
  };
  try {
    await registry.move(move);
    return true;
  } catch (error) {
    if (isWeirError(error, 'WEIR_DOCUMENT_CONFLICT')) return false;
    throw error;
  }
}
