import type { FeatureSchema } from '@weir/contracts';
import type { CardDispute, CardFeedback, ModelArtifact } from '@weir/learning';
import { defang, type ParsedUrl } from '@weir/url-features';
import type { Corrections } from './corrections.js';
import { scoreUrls, type UrlOpinion } from './score-urls.js';

/** Disputed URLs named on a card. */
const MOST_EXAMPLES = 50;
const LONGEST_PATH = 120;

export interface DisputeParts {
  readonly schema: FeatureSchema;
  readonly corrections: Corrections;
  readonly replacedRows: number;
  /** The new model. */
  readonly artifact: ModelArtifact;
  /** The champion before it. */
  readonly previous: { readonly version: number; readonly artifact: ModelArtifact } | null;
}

/** How the URLs that analysts dispute fare with the new model and with the champion before it. */
export function disputedUrls(parts: DisputeParts): CardFeedback {
  const { corrections, previous, artifact, replacedRows } = parts;
  const urls = [...corrections.byCanonical.values()].map(({ parsed }) => parsed);
  const now = scoreUrls(artifact, urls);
  const before = previous === null ? null : scoreUrls(previous.artifact, urls);
  const disputes = disputesOf(parts, now, before);
  return {
    snapshotId: corrections.manifest.id,
    snapshotSha256: corrections.manifest.sha256,
    corrections: disputes.length,
    replacedRows,
    basis: 'in-sample',
    previousVersion: previous?.version ?? null,
    agreeing: {
      previous: before === null ? null : disputes.filter(({ previousAgrees }) => previousAgrees).length,
      model: now === null ? null : disputes.filter(({ agrees }) => agrees).length,
    },
    examples: disputes.toSorted(worstFirst).slice(0, MOST_EXAMPLES),
  };
}

function disputesOf(
  { schema, corrections }: DisputeParts,
  now: readonly UrlOpinion[] | null,
  before: readonly UrlOpinion[] | null,
): CardDispute[] {
  const { classes, positive } = schema.label;
  return [...corrections.byCanonical.values()].map(({ parsed, label }, index) => {
    const name = classes[label]?.name ?? '';
    const [model, previous] = [now?.[index] ?? null, before?.[index] ?? null];
    return {
      url: shown(parsed),
      label: name,
      previous,
      model,
      previousAgrees: agrees(previous, name === positive),
      agrees: agrees(model, name === positive),
    };
  });
}

/** What is phishing must not come out safe, and what is not must. */
function agrees(opinion: UrlOpinion | null, isPositive: boolean): boolean | null {
  return opinion === null ? null : (opinion.verdict !== 'safe') === isPositive;
}

/** Defanged, without credentials, query and fragment: cards are handed around. */
function shown({ host, port, path }: ParsedUrl): string {
  const end = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  return defang(`http://${host}${port === 0 ? '' : `:${port}`}${end}`);
}

function worstFirst(a: CardDispute, b: CardDispute): number {
  if (a.agrees !== b.agrees) return a.agrees === true ? 1 : -1;
  return a.url < b.url ? -1 : 1;
}
