import type { FeatureSchema } from './feature-schema.js';

/** Raw URLs. The features are computed from the text of the URL alone by `@weir/url-features`. */
export const URL_SCHEMA: FeatureSchema = {
  name: 'url',
  title: 'URL text',
  description: 'A URL and its label; the model reads features of the text, never the page.',
  input: { kind: 'url', column: 'url', context: ['source', 'date'] },
  columns: [],
  label: {
    column: 'label',
    positive: 'phishing',
    classes: [
      { name: 'phishing', value: 'phishing', aliases: ['malicious', 'bad', '1'], verdict: 'malicious' },
      { name: 'legitimate', value: 'benign', aliases: ['legit', 'good', 'safe', '0'], verdict: 'safe' },
    ],
  },
};
