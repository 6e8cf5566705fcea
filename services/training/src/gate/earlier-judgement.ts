import { CHALLENGER, CHAMPION, type ModelAlias, type ModelRegistry, type ModelVersion } from '@weir/platform';

/** Who moves aliases where no person does. */
export const BY_TRAINING = 'training';

export interface EarlierJudgement {
  readonly alias: string;
  readonly reason: string;
}

/**
 * What was decided of a version when its event was handled before, or null if that was never reached.
 * A version is judged once: judged again, it could push out what people or later versions have put in its place.
 */
export async function earlierJudgement(
  registry: ModelRegistry,
  { name, version }: ModelVersion,
): Promise<EarlierJudgement | null> {
  for (const alias of [CHAMPION, CHALLENGER]) {
    const stored = await registry.alias(name, alias);
    if (stored === null) continue;
    const { revision, value } = stored;
    const { by, reason } = value;
    if (value.version === version) {
      // Stored, but perhaps not published: said again.
      await registry.move({ name, alias, version, by, reason, ifRevision: revision });
      return { alias, reason };
    }
    if (value.previous.includes(version)) return { alias, reason: `judged before; ${alias} has moved on` };
  }
  return null;
}

/**
 * Why a version whose event comes again is not to be promoted, or null: a person has moved the champion since it was
 * asked for. After a rollback no alias remembers the version any more.
 */
export function chosenByHand(champion: ModelAlias | undefined, { createdAt }: ModelVersion): string | null {
  if (champion === undefined || champion.by === BY_TRAINING || champion.at <= createdAt) return null;
  return `${champion.by} has chosen version ${champion.version} since`;
}
