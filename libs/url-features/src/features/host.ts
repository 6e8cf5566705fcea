import { measureCharacters, newCharacterStatistics } from '../characters/character-statistics.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, quote, site } from './wording.js';

const statistics = newCharacterStatistics();

export const host: FeatureFamily = {
  family: 'host',
  features: [
    {
      name: 'host_length',
      description: 'Characters in the host, without `www.`',
      reason: (value, parsed) => `The host ${quote(parsed.host)} is ${counted(value, 'character')} long`,
    },
    {
      name: 'subdomain_depth',
      description: 'Labels before the registrable domain',
      reason: (value, parsed) => `${counted(value, 'subdomain')} before ${site(parsed)}`.replace(/^no/, 'No'),
    },
    {
      name: 'subdomain_length',
      description: 'Characters before the registrable domain',
      reason: (value, parsed) =>
        value === 0
          ? `Nothing stands before ${site(parsed)}`
          : `The subdomain is ${counted(value, 'character')} long`,
    },
    {
      name: 'domain_label_length',
      description: 'Characters in the registrable domain without its suffix; 0 for an IP address',
      reason: (value, parsed) =>
        value === 0
          ? 'The host has no registered name'
          : `The name ${quote(parsed.domainLabel)} has ${counted(value, 'character')}`,
    },
    {
      name: 'host_is_ip',
      description: '1 where the host is an IP address, in any notation',
      reason: (value, parsed) =>
        value > 0
          ? `The host is an IP address, ${quote(parsed.host)}, not a name`
          : 'The host is a name, not an IP address',
    },
    {
      name: 'host_ip_disguised',
      description: '1 where an IPv4 address is written in hexadecimal, octal or as one number',
      reason: (value, parsed) =>
        value > 0
          ? `The IP address ${quote(parsed.host)} is written in disguise`
          : 'No IP address is written in disguise',
    },
    {
      name: 'port_given',
      description: '1 where a port other than 80 or 443 is given',
      reason: (value, parsed) =>
        value > 0 ? `The URL names the unusual port ${parsed.port}` : 'The URL uses an ordinary port',
    },
    {
      name: 'host_punycode_labels',
      description: 'Labels of the host that hold other letters than ASCII (punycode)',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} holds letters that can look like others`
          : 'The host is written in plain letters',
    },
    {
      name: 'host_digits',
      description: 'Digits in the host',
      reason: (value, parsed) => `The host ${quote(parsed.host)} has ${counted(value, 'digit')}`,
    },
    {
      name: 'host_hyphens',
      description: 'Hyphens in the host',
      reason: (value, parsed) => `The host ${quote(parsed.host)} has ${counted(value, 'hyphen')}`,
    },
    {
      name: 'host_entropy',
      description: 'Shannon entropy of the characters of the host, bits',
      reason: (value, parsed) =>
        value > 3.5
          ? `The host ${quote(parsed.host)} looks random`
          : `The host ${quote(parsed.host)} repeats few characters`,
    },
    {
      name: 'host_alternations',
      description: 'Places in the host where a letter and a digit meet',
      reason: (value, parsed) =>
        value > 0
          ? `Letters and digits are mixed in the host ${quote(parsed.host)}`
          : `Letters and digits are not mixed in the host ${quote(parsed.host)}`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    measureCharacters(parsed.host, statistics);
    out[at] = statistics.length;
    out[at + 1] = countLabels(parsed.subdomain);
    out[at + 2] = parsed.subdomain.length;
    out[at + 3] = parsed.domainLabel.length;
    out[at + 4] = parsed.isIp ? 1 : 0;
    out[at + 5] = parsed.isIpDisguised ? 1 : 0;
    out[at + 6] = parsed.port === 0 ? 0 : 1;
    out[at + 7] = countPunycode(parsed.host);
    out[at + 8] = statistics.digits;
    out[at + 9] = statistics.hyphens;
    out[at + 10] = statistics.entropy;
    out[at + 11] = statistics.alternations;
  },
};

function countLabels(name: string): number {
  if (name.length === 0) return 0;
  let labels = 1;
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) labels++;
  return labels;
}

function countPunycode(name: string): number {
  let labels = 0;
  for (let at = name.indexOf('xn--'); at >= 0; at = name.indexOf('xn--', at + 4)) {
    if (at === 0 || name.charCodeAt(at - 1) === 0x2e) labels++;
  }
  return labels;
}
