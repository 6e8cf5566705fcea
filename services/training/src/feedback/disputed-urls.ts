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
  /** Its configuration, taught nothing of the disputed domains; null where that could not be had. */
  readonly heldOut: ModelArtifact | null;
  /** The champion before it. */
  readonly previous: { readonly version: number; readonly artifact: ModelArtifact } | null;
}

type Judge = keyof CardFeedback['agreeing'];
type Opinions = Readonly<Record<Judge, readonly UrlOpinion[] | null>>;

/** How the URLs that analysts dispute fare with the new model and with the champion before it. */
export function disputedUrls(parts: DisputeParts): CardFeedback {
  const { corrections, previous, replacedRows } = parts;
  const urls = [...corrections.byCanonical.values()].map(({ parsed }) => parsed);
  const ask = (model: ModelArtifact | undefined | null) => (model ? scoreUrls(model, urls) : null);
  const opinions: Opinions = {
    previous: ask(previous?.artifact),
    model: ask(parts.artifact),
    heldOut: ask(parts.heldOut),
  };
  const disputes = disputesOf(parts, opinions);
  const agreeing = (judge: Judge) =>
    opinions[judge] === null ? null : disputes.filter((each) => each.agrees[judge]).length;
  return {
    snapshotId: corrections.manifest.id,
    snapshotSha256: corrections.manifest.sha256,
    corrections: disputes.length,
    replacedRows,
    previousVersion: previous?.version ?? null,
    agreeing: { previous: agreeing('previous'), model: agreeing('model'), heldOut: agreeing('heldOut') },
    examples: disputes.toSorted(worstFirst).slice(0, MOST_EXAMPLES),
  };
}

function disputesOf({ schema, corrections }: DisputeParts, opinions: Opinions): CardDispute[] {
  const { classes, positive } = schema.label;
  return [...corrections.byCanonical.values()].map(({ parsed, label }, index) => {
    const name = classes[label]?.name ?? '';
    const said = (judge: Judge) => opinions[judge]?.[index] ?? null;
    const agreed = (judge: Judge) => agrees(said(judge), name === positive);
    return {
      url: shown(parsed),
      label: name,
      previous: said('previous'),
      model: said('model'),
      heldOut: said('heldOut'),
      agrees: { previous: agreed('previous'), model: agreed('model'), heldOut: agreed('heldOut') },
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
  if (a.agrees.model !== b.agrees.model) return a.agrees.model === true ? 1 : -1;
  return a.url < b.url ? -1 : 1;
}
