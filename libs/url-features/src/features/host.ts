import { measureName, newNameStatistics } from '../characters/name-statistics.js';
import { countMixedScripts } from '../characters/scripts.js';
import { share } from '../characters/share.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { countLabels, domainFeatures, measureDomain } from './domain.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, percent, quote, site } from './wording.js';

const BRACKET = 0x5b;
const DOT = 0x2e;

const statistics = newNameStatistics();

export const host: FeatureFamily = {
  family: 'host',
  features: [
    {
      name: 'host_length',
      description: 'Characters in the host, without `www.`',
      why: 'A host that wraps a copied name in others grows long',
      reason: (value, parsed) => `The host ${quote(parsed.host)} is ${counted(value, 'character')} long`,
    },
    {
      name: 'subdomain_depth',
      description: 'Labels before the registrable domain',
      why: 'Whoever owns one name can put any other before it',
      reason: (value, parsed) => `${counted(value, 'subdomain')} before ${site(parsed)}`.replace(/^no/, 'No'),
    },
    {
      name: 'subdomain_length',
      description: 'Characters before the registrable domain',
      why: 'The copied name stands before the real one, where a narrow address bar shows it first',
      reason: (value, parsed) =>
        value === 0
          ? `Nothing stands before ${site(parsed)}`
          : `The subdomain is ${counted(value, 'character')} long`,
    },
    {
      name: 'domain_label_length',
      description: 'Characters in the registrable domain without its suffix; 0 for an IP address',
      why: 'Short names are taken and dear; throw-away ones are long',
      reason: (value, parsed) =>
        value === 0
          ? 'The host has no registered name'
          : `The name ${quote(parsed.domainLabel)} has ${counted(value, 'character')}`,
    },
    {
      name: 'host_is_ip',
      description: '1 where the host is an IP address, in any notation',
      why: 'A site with a name to lose uses it; a server broken into may have none',
      reason: (value, parsed) =>
        value > 0
          ? `The host is an IP address, ${quote(parsed.host)}, not a name`
          : 'The host is a name, not an IP address',
    },
    {
      name: 'host_ip_disguised',
      description: '1 where an IPv4 address is written in hexadecimal, octal or as one number',
      why: 'An address nobody can read has no honest use in a link',
      reason: (value, parsed) =>
        value > 0
          ? `The IP address ${quote(parsed.host)} is written in disguise`
          : 'No IP address is written in disguise',
    },
    {
      name: 'port_given',
      description: '1 where a port other than 80 or 443 is given',
      why: 'A port of its own is a service beside the one its owner looks after',
      reason: (value, parsed) =>
        value > 0 ? `The URL names the unusual port ${parsed.port}` : 'The URL uses an ordinary port',
    },
    {
      name: 'host_punycode_labels',
      description: 'Labels of the host that hold other letters than ASCII (punycode)',
      why: 'Other alphabets hold letters that look like ours',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} holds letters that can look like others`
          : 'The host is written in plain letters',
    },
    {
      name: 'host_digits',
      description: 'Digits in the host',
      why: 'Digits stand for letters, or count the throw-away names',
      reason: (value, parsed) => `The host ${quote(parsed.host)} has ${counted(value, 'digit')}`,
    },
    {
      name: 'host_hyphens',
      description: 'Hyphens in the host',
      why: 'A copied name and a word such as `login` are joined by hyphens',
      reason: (value, parsed) => `The host ${quote(parsed.host)} has ${counted(value, 'hyphen')}`,
    },
    {
      name: 'host_entropy',
      description: 'Shannon entropy of the characters of the host, bits',
      why: 'Generated hosts use their characters evenly',
      reason: (value, parsed) =>
        value > 3.5
          ? `The host ${quote(parsed.host)} looks random`
          : `The host ${quote(parsed.host)} repeats few characters`,
    },
    {
      name: 'host_alternations',
      description: 'Places in the host where a letter and a digit meet',
      why: 'People put digits at the end of a name; programs put them anywhere',
      reason: (value, parsed) =>
        value > 0
          ? `Letters and digits are mixed in the host ${quote(parsed.host)}`
          : `Letters and digits are not mixed in the host ${quote(parsed.host)}`,
    },
    {
      name: 'longest_label',
      description: 'Characters in the longest label of the host',
      why: 'Whole sentences and generated codes make long labels',
      reason: (value) => `The longest part of the host has ${counted(value, 'character')}`,
    },
    {
      name: 'host_digit_ratio',
      description: 'Digits as a share of the host',
      why: 'Generated hosts are full of digits, whatever their length',
      reason: (value, parsed) => `${percent(value)} of the host ${quote(parsed.host)} is digits`,
    },
    {
      name: 'host_mixed_scripts',
      description: 'Labels that mix letters of several alphabets',
      why: 'No language does it; a copy that puts one Cyrillic letter among Latin ones does',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} mixes letters of several alphabets`
          : 'No part of the host mixes alphabets',
    },
    {
      name: 'host_is_ipv6',
      description: '1 where the host is an IPv6 address',
      why: 'Hardly any link that people follow has one',
      reason: (value, parsed) =>
        value > 0 ? `The host is the IPv6 address ${quote(parsed.host)}` : 'The host is no IPv6 address',
    },
    ...domainFeatures,
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    measureName(parsed.host, statistics);
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
    out[at + 12] = longestLabel(parsed.host);
    out[at + 13] = share(statistics.digits, statistics.length);
    out[at + 14] = countMixedScripts(parsed.host);
    out[at + 15] = parsed.host.charCodeAt(0) === BRACKET ? 1 : 0;
    measureDomain(parsed, out, at + 16);
  },
};

function countPunycode(name: string): number {
  let labels = 0;
  for (let at = name.indexOf('xn--'); at >= 0; at = name.indexOf('xn--', at + 4)) {
    if (at === 0 || name.charCodeAt(at - 1) === 0x2e) labels++;
  }
  return labels;
}

function longestLabel(name: string): number {
  let longest = 0;
  let start = 0;
  for (let index = 0; index <= name.length; index++) {
    if (index < name.length && name.charCodeAt(index) !== DOT) continue;
    if (index - start > longest) longest = index - start;
    start = index + 1;
  }
  return longest;
}
