import { describe, expect, it } from 'vitest';
import { ALL_TOPICS, TOPICS } from './topics.js';

const NAMES_OF_THE_CONTRACT = [
  'urls.submitted',
  'urls.verdicts',
  'urls.verdicts.shadow',
  'urls.enrichments',
  'urls.sketches',
  'urls.rejected',
  'urls.feedback',
  'lists.entries',
  'datasets.snapshots',
  'datasets.reports',
  'models.versions',
  'models.aliases',
  'models.drift',
  'pipeline.requests',
  'pipeline.progress',
];

describe('topics', () => {
  it('have the names of the public contract, each once', () => {
    expect(ALL_TOPICS.map((each) => each.name)).toEqual(NAMES_OF_THE_CONTRACT);
  });

  it('have an event type each, with a version, and no two the same', () => {
    const types = ALL_TOPICS.map((each) => each.eventType);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^weir\.[a-z.]+\.v\d+$/);
  });

  it('can be made on any Kafka: legal names, at least one partition, a retention above zero or none', () => {
    for (const { name, partitions, retentionMs } of ALL_TOPICS) {
      expect(name).toMatch(/^[a-zA-Z0-9._-]{1,249}$/);
      expect(partitions).toBeGreaterThan(0);
      if (retentionMs !== null) expect(retentionMs).toBeGreaterThan(0);
    }
    // Kafka makes metric names of both, and refuses a topic that differs in these alone.
    const collapsed = ALL_TOPICS.map((each) => each.name.replaceAll('.', '_'));
    expect(new Set(collapsed).size).toBe(collapsed.length);
  });

  it('keep aliases, lists and corrections for good, and of aliases and lists the newest of each alone', () => {
    expect(ALL_TOPICS.filter((each) => each.cleanup === 'compact')).toEqual([
      TOPICS.listsEntries,
      TOPICS.modelsAliases,
    ]);
    expect(ALL_TOPICS.filter((each) => each.retentionMs === null)).toEqual([
      TOPICS.urlsFeedback,
      TOPICS.listsEntries,
      TOPICS.modelsAliases,
    ]);
  });
});
