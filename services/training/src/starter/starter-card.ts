import { type CardFacts, type ModelArtifact, modelCard } from '@weir/learning';
import type { ModelCardFiles } from '../publication/publish-version.js';
import { evaluationNotes } from './starter-evaluation.js';
import type { StarterFacts } from './starter-facts.js';

/** What the starter's artifact does not say of the data it was trained on. */
const ABOUT_STARTER = {
  source:
    'JPCERT/CC phishurl-list, PhishTank (2020) and a public sample; ISCX-URL-2016 and a public sample; links of the 2020s from the metadata and READMEs of packages, top sites and sign-in pages (datasets/README.md); much-phished brands’ own sites',
  labelsFrom: 'the lists the URLs were taken from',
  groupedBy: 'URLs of one registrable domain',
  limits: [
    "It reads the text of the URL only: not the page, nor the domain's age. A plain name under `.com` without a path can be anything, and half the phishing it misses looks so.",
    'Source and date tell the classes of its data apart (each source has one label): it sees neither, nor scheme, `www.` and closing slash, but what collectors chose to collect it cannot unlearn.',
    'Its phishing is largely what Japan is sent: elsewhere other names are misused.',
    'Names that lists know change: rebuild them and the model now and then.',
  ],
} as const;

const NOTES = [
  'The model a new Weir serves for raw URLs until one is trained. Weights and feature names only: no URL stands in it, and loading it runs no code. Scheme, leading `www.`, closing slash and tracking parameters are normalised away before any feature is computed, because they tell the collections apart.',
  'Phishing of the two newest years counts eight times; every other site was taught as if no list knew it; one collected homepage in six was taught, and each sign-in page three times. 150 names of brands with one letter of another alphabet are made up.',
];

/** The card of the model shipped with the project. */
export function starterCard(
  artifact: ModelArtifact,
  file: Pick<CardFacts, 'bytes' | 'sha256'>,
  { evaluation, ...data }: StarterFacts,
): ModelCardFiles {
  const notes = [...NOTES, ...evaluationNotes(evaluation)];
  const { json, markdown } = modelCard(artifact, { ...ABOUT_STARTER, ...file, ...data, notes });
  return { json: JSON.stringify(json), markdown };
}
