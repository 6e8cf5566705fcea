import type { FeatureColumn, FeatureSchema } from './feature-schema.js';

function ternary(name: string, allowed: readonly number[], description: string): FeatureColumn {
  return { name, type: 'integer', allowed, description };
}

/** UCI Machine Learning Repository 379, Abdelhamid 2014, CC BY 4.0. Column names as published, misspellings included. */
export const UCI_9: FeatureSchema = {
  name: 'uci-9',
  title: 'UCI Website Phishing',
  description: '9 ternary features of a web page, three classes.',
  source: 'UCI Machine Learning Repository 379, Abdelhamid 2014, CC BY 4.0.',
  input: { kind: 'features' },
  columns: [
    ternary('SFH', [-1, 0, 1], 'Where the server form handler points'),
    ternary('popUpWidnow', [-1, 0, 1], 'A pop-up window asks for text'),
    ternary('SSLfinal_State', [-1, 0, 1], "HTTPS, its issuer and the certificate's age"),
    ternary('Request_URL', [-1, 0, 1], 'Share of objects loaded from other domains'),
    ternary('URL_of_Anchor', [-1, 0, 1], 'Share of anchors that lead elsewhere or nowhere'),
    ternary('web_traffic', [-1, 0, 1], 'Rank by visits'),
    ternary('URL_Length', [-1, 0, 1], 'Length of the URL'),
    ternary('age_of_domain', [-1, 1], 'Age of the domain'),
    ternary('having_IP_Address', [0, 1], 'An IP address stands where the host name should'),
  ],
  label: {
    column: 'Result',
    positive: 'phishing',
    classes: [
      { name: 'phishing', value: -1, verdict: 'malicious' },
      { name: 'suspicious', value: 0, verdict: 'suspicious' },
      { name: 'legitimate', value: 1, aliases: ['benign'], verdict: 'safe' },
    ],
  },
};
