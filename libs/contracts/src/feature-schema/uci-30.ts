import type { FeatureColumn, FeatureSchema } from './feature-schema.js';

function ternary(name: string, allowed: readonly number[], description: string): FeatureColumn {
  return { name, type: 'integer', allowed, description };
}

/** UCI Machine Learning Repository 327, Mohammad & McCluskey 2012, CC BY 4.0. Column names as published, misspellings included. */
export const UCI_30: FeatureSchema = {
  name: 'uci-30',
  title: 'UCI Phishing Websites',
  description:
    '30 ternary features of a web page: -1 speaks for phishing, 0 is suspicious, 1 speaks against it.',
  source: 'UCI Machine Learning Repository 327, Mohammad & McCluskey 2012, CC BY 4.0.',
  input: { kind: 'features' },
  columns: [
    ternary('having_IP_Address', [-1, 0, 1], 'An IP address stands where the host name should'),
    ternary('URL_Length', [-1, 0, 1], 'Length of the URL'),
    ternary('Shortining_Service', [-1, 0, 1], 'A URL shortener is used'),
    ternary('having_At_Symbol', [-1, 0, 1], 'The URL holds an @'),
    ternary('double_slash_redirecting', [-1, 0, 1], 'A second // stands in the path'),
    ternary('Prefix_Suffix', [-1, 0, 1], 'The domain name holds a hyphen'),
    ternary('having_Sub_Domain', [-1, 0, 1], 'Number of subdomains'),
    ternary('SSLfinal_State', [-1, 0, 1], "HTTPS, its issuer and the certificate's age"),
    ternary('Domain_registeration_length', [-1, 0, 1], "Time until the domain's registration ends"),
    ternary('Favicon', [-1, 0, 1], 'The favicon comes from another domain'),
    ternary('port_no', [-1, 0, 1], 'A non-standard port is open'),
    ternary('HTTPS_token', [-1, 0, 1], '"https" stands in the domain name'),
    ternary('Request_URL', [-1, 0, 1], 'Share of objects loaded from other domains'),
    ternary('URL_of_Anchor', [-1, 0, 1], 'Share of anchors that lead elsewhere or nowhere'),
    ternary('Links_in_tags', [-1, 0, 1], 'Share of meta, script and link tags to other domains'),
    ternary('SFH', [-1, 0, 1], 'Where the server form handler points'),
    ternary('Submitting_to_email', [-1, 0, 1], 'A form is sent to an e-mail address'),
    ternary('Abnormal_URL', [-1, 0, 1], 'The host name is not in the registration record'),
    ternary('Redirect', [-1, 0, 1], 'Number of redirects'),
    ternary('on_mouseover', [-1, 0, 1], 'The status bar is changed on mouse-over'),
    ternary('RightClick', [-1, 0, 1], 'Right click is disabled'),
    ternary('popUpWidnow', [-1, 0, 1], 'A pop-up window asks for text'),
    ternary('Iframe', [-1, 0, 1], 'An invisible iframe is used'),
    ternary('age_of_domain', [-1, 0, 1], 'Age of the domain'),
    ternary('DNSRecord', [-1, 0, 1], 'The domain has a DNS record'),
    ternary('web_traffic', [-1, 0, 1], 'Rank by visits'),
    ternary('Page_Rank', [-1, 0, 1], 'PageRank of the page'),
    ternary('Google_Index', [-1, 0, 1], "The page is in Google's index"),
    ternary('Links_pointing_to_page', [-1, 0, 1], 'Number of links to the page'),
    ternary('Statistical_report', [-1, 0, 1], 'Host or domain is in top phishing reports'),
  ],
  label: {
    column: 'Result',
    positive: 'phishing',
    classes: [
      { name: 'phishing', value: -1, verdict: 'malicious' },
      { name: 'legitimate', value: 1, aliases: ['benign'], verdict: 'safe' },
    ],
  },
};
