import { WordMatcher } from '../words/word-matcher.js';
import { TOPICS, type Topic } from './topics.js';

const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];
const TOPIC_WORDS = TOPIC_NAMES.flatMap((_, topic) =>
  TOPICS[TOPIC_NAMES[topic] as Topic].split(' ').map((word) => ({ word, topic })),
);

const matcher = new WordMatcher(TOPIC_WORDS.map(({ word }) => word));
const topicOfWord = Uint8Array.from(TOPIC_WORDS, ({ topic }) => topic);

/** How many words of each topic a text holds. */
export type TopicCounts = Record<Topic, number>;

export function newTopicCounts(): TopicCounts {
  return { signIn: 0, account: 0, urgency: 0, payment: 0, delivery: 0, reading: 0, contentManagement: 0 };
}

export function clearTopicCounts(counts: TopicCounts): void {
  counts.signIn = 0;
  counts.account = 0;
  counts.urgency = 0;
  counts.payment = 0;
  counts.delivery = 0;
  counts.reading = 0;
  counts.contentManagement = 0;
}

/** Adds the words of `text` to `counts`. */
export function addTopicCounts(text: string, counts: TopicCounts): void {
  if (text.length === 0) return;
  const found = matcher.scan(text);
  for (let index = 0; index < found; index++) counts[topicAt(index)]++;
}

/** The words of some topics in `text`, in order and once each: for explanations. */
export function wordsAbout(text: string, topics: readonly Topic[]): string[] {
  const found = matcher.found.subarray(0, matcher.scan(text));
  const wanted = Array.from(found).filter((word) => topics.includes(topicOf(word)));
  return [...new Set(wanted.map((word) => (TOPIC_WORDS[word] as { word: string }).word))];
}

function topicAt(index: number): Topic {
  return topicOf(matcher.found[index] as number);
}

function topicOf(word: number): Topic {
  return TOPIC_NAMES[topicOfWord[word] as number] as Topic;
}
