import type { ParsedUrl } from '../parse/parsed-url.js';
import { addTopicCounts, clearTopicCounts, newTopicCounts, wordsAbout } from '../vocabulary/topic-counts.js';
import { SENSITIVE_TOPICS, type Topic } from '../vocabulary/topics.js';
import type { ExplainedFeature, FeatureFamily } from './url-feature.js';
import { listed, quote } from './wording.js';

const counts = newTopicCounts();

export const pathWords: FeatureFamily = {
  family: 'words',
  features: [
    wordFeature(
      'sign_in_words',
      'signIn',
      'signing in',
      'Phishing asks for a password, and says so in the path',
    ),
    wordFeature(
      'account_words',
      'account',
      'accounts',
      'It pretends that there is something to see to in an account',
    ),
    wordFeature('urgency_words', 'urgency', 'security or urgency', 'It hurries whoever reads it'),
    wordFeature('payment_words', 'payment', 'money', 'It speaks of money to pay or to be had'),
    wordFeature(
      'delivery_words',
      'delivery',
      'parcels',
      'A parcel that waits for a small fee is the bait of most text messages',
    ),
    wordFeature(
      'content_management_words',
      'contentManagement',
      'the insides of a content management system',
      'Kits are put where a hole in a plug-in let them in',
    ),
    wordFeature(
      'reading_words',
      'reading',
      'things to read',
      'Documentation, news and shops say what a page is about; a kit has nothing to read',
    ),
    {
      name: 'sensitive_words_in_host',
      description: 'Words of signing in, accounts, urgency, money and parcels in the host',
      why: 'A name bought for the purpose says what it pretends to be for',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} itself speaks of ${listed(wordsAbout(parsed.host, SENSITIVE_TOPICS))}`
          : 'The host speaks of neither signing in nor accounts nor money',
    },
    {
      name: 'sensitive_words_in_domain',
      description: 'Such words in the domain label alone',
      why: 'Firms are seldom called by them; throw-away names are',
      reason: (value, parsed) =>
        value > 0
          ? `The name ${quote(parsed.domainLabel)} speaks of ${listed(wordsAbout(parsed.domainLabel, SENSITIVE_TOPICS))}`
          : 'The name of the site speaks of neither signing in nor accounts nor money',
    },
    {
      name: 'sign_in_subdomain',
      description:
        '1 where the subdomain speaks of signing in or accounts and the domain label of no such thing',
      why: 'Real sign-in pages stand at `login.` or `accounts.` of the name itself; so do copies, of another name',
      reason: (value, parsed) =>
        value > 0
          ? `The subdomain ${quote(parsed.subdomain)} speaks of ${listed(wordsAbout(parsed.subdomain, ['signIn', 'account']))}`
          : 'The subdomain does not speak of signing in',
    },
    {
      name: 'reading_subdomain',
      description: '1 where the subdomain speaks of things to read, and of nothing that phishing is about',
      why: 'Owners put documentation, forums and blogs on `docs.`, `forum.` and `blog.` of their own name',
      reason: (value, parsed) =>
        value > 0
          ? `The subdomain ${quote(parsed.subdomain)} speaks of ${listed(wordsAbout(parsed.subdomain, ['reading']))}`
          : 'The subdomain does not speak of things to read',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    clearTopicCounts(counts);
    addTopicCounts(parsed.path, counts);
    addTopicCounts(parsed.query, counts);
    out[at] = counts.signIn;
    out[at + 1] = counts.account;
    out[at + 2] = counts.urgency;
    out[at + 3] = counts.payment;
    out[at + 4] = counts.delivery;
    out[at + 5] = counts.contentManagement;
    out[at + 6] = counts.reading;
    measureHost(parsed, out, at + 7);
  },
};

/** Four numbers from `at`. */
function measureHost({ domainLabel, subdomain, host }: ParsedUrl, out: Float32Array, at: number): void {
  out[at] = sensitiveWordsOf(host);
  out.fill(0, at + 1, at + 4);
  // The host's parts hold no word that the host does not hold.
  if (out[at] === 0 && counts.reading === 0) return;
  out[at + 1] = sensitiveWordsOf(domainLabel);
  const sensitive = sensitiveWordsOf(subdomain);
  out[at + 2] = counts.signIn + counts.account > 0 && out[at + 1] === 0 ? 1 : 0;
  out[at + 3] = counts.reading > 0 && sensitive === 0 ? 1 : 0;
}

/** Leaves the topics in `counts`. */
function sensitiveWordsOf(text: string): number {
  clearTopicCounts(counts);
  addTopicCounts(text, counts);
  return counts.signIn + counts.account + counts.urgency + counts.payment + counts.delivery;
}

function wordFeature(name: string, topic: Topic, subject: string, why: string): ExplainedFeature {
  return {
    name,
    description: `Words of ${subject} in path and query`,
    why,
    reason: (value, parsed) =>
      value > 0
        ? `The path speaks of ${subject}: ${listed(wordsAbout(`${parsed.path}?${parsed.query}`, [topic]))}`
        : `The path does not speak of ${subject}`,
  };
}
