import type { ParsedUrl } from '../parse/parsed-url.js';
import type { WordGroup } from '../words/word-lists.js';
import { addWordCounts, type WordCounts, wordsOf } from '../words/words.js';
import type { ExplainedFeature, FeatureFamily } from './url-feature.js';
import { listed, quote } from './wording.js';

const hostCounts: WordCounts = { signIn: 0, account: 0, urgency: 0, payment: 0, contentManagement: 0 };
const pathCounts: WordCounts = { ...hostCounts };

/** `contentManagement` comes last: a host is not sensitive for holding its words. */
const SENSITIVE = ['signIn', 'account', 'urgency', 'payment'] as const satisfies readonly WordGroup[];

export const pathWords: FeatureFamily = {
  family: 'words',
  features: [
    wordFeature('sign_in_words', 'signIn', 'signing in'),
    wordFeature('account_words', 'account', 'accounts'),
    wordFeature('urgency_words', 'urgency', 'security or urgency'),
    wordFeature('payment_words', 'payment', 'money'),
    wordFeature(
      'content_management_words',
      'contentManagement',
      'the insides of a content management system',
    ),
    {
      name: 'sensitive_words_in_host',
      description: 'Words of signing in, accounts, urgency and money in the host',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} itself speaks of ${listed(SENSITIVE.flatMap((group) => wordsOf(parsed.host, group)))}`
          : 'The host speaks of neither signing in nor accounts nor money',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    reset(hostCounts);
    reset(pathCounts);
    addWordCounts(parsed.host, hostCounts);
    addWordCounts(parsed.path, pathCounts);
    addWordCounts(parsed.query, pathCounts);
    out[at] = pathCounts.signIn;
    out[at + 1] = pathCounts.account;
    out[at + 2] = pathCounts.urgency;
    out[at + 3] = pathCounts.payment;
    out[at + 4] = pathCounts.contentManagement;
    out[at + 5] = hostCounts.signIn + hostCounts.account + hostCounts.urgency + hostCounts.payment;
  },
};

function wordFeature(name: string, group: WordGroup, topic: string): ExplainedFeature {
  return {
    name,
    description: `Words of ${topic} in path and query`,
    reason: (value, parsed) =>
      value > 0
        ? `The path speaks of ${topic}: ${listed(wordsOf(`${parsed.path}?${parsed.query}`, group))}`
        : `The path does not speak of ${topic}`,
  };
}

function reset(counts: WordCounts): void {
  counts.signIn = 0;
  counts.account = 0;
  counts.urgency = 0;
  counts.payment = 0;
  counts.contentManagement = 0;
}
