import { measureCharacters, newCharacterStatistics, share } from '../characters/character-statistics.js';
import { countMixedScripts } from '../characters/scripts.js';
import { isCountryDomain, isRecentGenericDomain } from '../characters/top-level-domains.js';
import { measureUnlikeliness, type Unlikeliness } from '../characters/unlikeliness.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, percent, quote, site } from './wording.js';

const BRACKET = 0x5b;
const DOT = 0x2e;

const statistics = newCharacterStatistics();
const unlikeliness: Unlikeliness = { mean: 0, rarest: 0 };

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
    {
      name: 'domain_hyphens',
      description: 'Hyphens in the domain label',
      why: 'Established names have none or one; `paypal-account-update` has two',
      reason: (value, parsed) =>
        `The name ${quote(parsed.domainLabel || parsed.host)} has ${counted(value, 'hyphen')}`,
    },
    {
      name: 'domain_entropy',
      description: 'Shannon entropy of the characters of the domain label, bits',
      why: 'As of the host, without what others chose for it',
      reason: (value, parsed) =>
        value > 3.2
          ? `The name ${quote(parsed.domainLabel)} uses many different characters`
          : `The name ${quote(parsed.domainLabel || parsed.host)} uses few different characters`,
    },
    {
      name: 'domain_alternations',
      description: 'Places in the domain label where a letter and a digit meet',
      why: 'A name like `a1b2c3` was made up by a program',
      reason: (value, parsed) =>
        value > 0
          ? `Letters and digits are mixed in the name ${quote(parsed.domainLabel)}`
          : `Letters and digits are not mixed in the name ${quote(parsed.domainLabel || parsed.host)}`,
    },
    {
      name: 'domain_unlikeliness',
      description: 'How unlike ordinary names the letters of the domain label are, bits a letter',
      why: 'Names that people chose read like words of some language; generated ones do not',
      reason: (value, parsed) =>
        value > 5
          ? `The name ${quote(parsed.domainLabel)} looks random`
          : `The name ${quote(parsed.domainLabel || parsed.host)} reads like a name`,
    },
    {
      name: 'domain_rarest_letter',
      description: 'Bits of the least likely letter of the domain label after the two before it',
      why: 'One impossible sequence gives away a name that is made of words otherwise',
      reason: (value, parsed) =>
        value > 8
          ? `The name ${quote(parsed.domainLabel)} holds a sequence of letters that names hardly have`
          : `The name ${quote(parsed.domainLabel || parsed.host)} holds no strange sequence of letters`,
    },
    {
      name: 'domain_vowel_ratio',
      description: 'Vowels (y among them) as a share of the letters of the domain label; 0 without letters',
      why: 'Pronounceable names were chosen by somebody; generated ones have too few vowels',
      reason: (value, parsed) =>
        parsed.domainLabel === ''
          ? 'The host has no registered name'
          : `${percent(value)} of the letters of ${quote(parsed.domainLabel)} are vowels`,
    },
    {
      name: 'domain_consonant_run',
      description: 'Longest run of consonants in the domain label',
      why: 'Names that cannot be pronounced are registered by programs, by the hundred',
      reason: (value, parsed) =>
        value >= 5
          ? `The name ${quote(parsed.domainLabel)} can hardly be pronounced`
          : `The name ${quote(parsed.domainLabel || parsed.host)} has no long run of consonants`,
    },
    {
      name: 'domain_digit_ratio',
      description: 'Digits as a share of the domain label',
      why: 'Digits fill up a wanted name that was taken',
      reason: (value, parsed) =>
        parsed.domainLabel === ''
          ? 'The host has no registered name'
          : `${percent(value)} of the name ${quote(parsed.domainLabel)} is digits`,
    },
    {
      name: 'subdomain_unlikeliness',
      description: 'How unlike ordinary names the letters before the registrable domain are, bits a letter',
      why: "A random subdomain makes every victim's host another",
      reason: (value, parsed) =>
        value > 5
          ? `${quote(parsed.subdomain)} before ${site(parsed)} looks random`
          : `Nothing that looks random stands before ${site(parsed)}`,
    },
    {
      name: 'subdomain_digits',
      description: 'Digits before the registrable domain',
      why: 'Counted and generated subdomains come by the hundred',
      reason: (value, parsed) => `${counted(value, 'digit')} before ${site(parsed)}`.replace(/^no/, 'No'),
    },
    {
      name: 'subdomain_hyphens',
      description: 'Hyphens before the registrable domain',
      why: 'A subdomain that spells a whole sentence pretends to be a host',
      reason: (value, parsed) => `${counted(value, 'hyphen')} before ${site(parsed)}`.replace(/^no/, 'No'),
    },
    {
      name: 'suffix_labels',
      description: 'Labels of the public suffix; 0 for an IP address',
      why: "`co.jp` asks for papers, `cn` for none; a hosting company's own suffix has two or more",
      reason: (value, parsed) =>
        value === 0
          ? 'The host has no public ending'
          : `The ending \`.${parsed.publicSuffix}\` has ${counted(value, 'part')}`,
    },
    {
      name: 'suffix_country',
      description: "1 under a country's top-level domain",
      why: "Some countries' are cheap and far from the brand that is copied; others are watched closely",
      reason: (value) =>
        value > 0 ? "The host ends in a country's domain" : "The host does not end in a country's domain",
    },
    {
      name: 'suffix_recent',
      description: '1 under a generic top-level domain of after 2012',
      why: 'The hundreds of new ones are sold at a loss in the first year, which throw-away names never outlive',
      reason: (value, parsed) =>
        value > 0
          ? `The host ends in one of the new generic domains, \`.${parsed.publicSuffix}\``
          : 'The host does not end in one of the new generic domains',
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
    out[at + 12] = longestLabel(parsed.host);
    out[at + 13] = share(statistics.digits, statistics.length);
    out[at + 14] = countMixedScripts(parsed.host);
    out[at + 15] = parsed.host.charCodeAt(0) === BRACKET ? 1 : 0;
    measureDomain(parsed.domainLabel, out, at + 16);
    measureSubdomain(parsed.subdomain, out, at + 24);
    measureSuffix(parsed.publicSuffix, out, at + 27);
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

/** Eight numbers from `at`. */
function measureDomain(label: string, out: Float32Array, at: number): void {
  measureCharacters(label, statistics);
  measureUnlikeliness(label, unlikeliness);
  out[at] = statistics.hyphens;
  out[at + 1] = statistics.entropy;
  out[at + 2] = statistics.alternations;
  out[at + 3] = unlikeliness.mean;
  out[at + 4] = unlikeliness.rarest;
  out[at + 5] = share(statistics.vowels, statistics.letters);
  out[at + 6] = statistics.longestConsonantRun;
  out[at + 7] = share(statistics.digits, statistics.length);
}

/** Three numbers from `at`. */
function measureSubdomain(subdomain: string, out: Float32Array, at: number): void {
  measureCharacters(subdomain, statistics);
  out[at] = measureUnlikeliness(subdomain, unlikeliness).mean;
  out[at + 1] = statistics.digits;
  out[at + 2] = statistics.hyphens;
}

/** Three numbers from `at`. */
function measureSuffix(suffix: string, out: Float32Array, at: number): void {
  const top = suffix.slice(suffix.lastIndexOf('.') + 1);
  out[at] = countLabels(suffix);
  out[at + 1] = isCountryDomain(top) ? 1 : 0;
  out[at + 2] = isRecentGenericDomain(top) ? 1 : 0;
}
