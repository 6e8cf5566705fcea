import { type CardFacts, type ModelArtifact, modelCard } from '@weir/learning';
import type { ModelCardFiles } from '../publication/publish-version.js';

/** What the starter's artifact does not say of the data it was trained on. */
const ABOUT_STARTER = {
  source: 'JPCERT/CC phishurl-list, PhishTank (2020) and a public sample; ISCX-URL-2016 and a public sample',
  labelsFrom: 'the lists the URLs were taken from',
  groupedBy: 'URLs of one registrable domain',
  notes: [
    'The model a new Weir serves for raw URLs until one is trained. Weights and feature names only: no URL stands in it, and loading it runs no code. Scheme, leading `www.` and closing slash are normalised away before any feature is computed, because they tell the collections apart.',
  ],
  limits: [
    "The legitimate rows are mostly old deep links, the phishing rows mostly bare hosts and newer: today's homepages and sign-in pages come out too suspicious. Train on links of your own, or wait for the next starter model.",
    "It reads the text of the URL only: not the page, the domain's age, or who owns the name.",
  ],
} as const;

/** The card of the model shipped with the project. */
export function starterCard(
  artifact: ModelArtifact,
  facts: Pick<CardFacts, 'bytes' | 'sha256' | 'distinctRows' | 'skippedRows' | 'classCounts'>,
): ModelCardFiles {
  const { json, markdown } = modelCard(artifact, { ...ABOUT_STARTER, ...facts });
  return { json: JSON.stringify(json), markdown };
}
