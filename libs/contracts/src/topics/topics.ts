/** A topic with the settings it is created with. Names are fixed by the public contract. */
export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  /** Milliseconds a record is kept; `null` keeps it for good. */
  readonly retentionMs: number | null;
  /** `compact` keeps the newest record of each key. */
  readonly cleanup: 'delete' | 'compact';
  /** Largest record batch in bytes; Kafka's own 1 MiB where absent. */
  readonly maxMessageBytes?: number;
  readonly key: string;
  readonly description: string;
  /** CloudEvents type of its records. */
  readonly eventType: string;
}

const DAY = 86_400_000;

export const TOPICS = {
  urlsSubmitted: {
    name: 'urls.submitted',
    partitions: 12,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: 'any',
    description: 'URLs to classify, as JSON or as bare text',
    eventType: 'weir.urls.submitted.v1',
  },
  urlsVerdicts: {
    name: 'urls.verdicts',
    partitions: 12,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: "the URL's registrable domain",
    description: 'One verdict for each URL',
    eventType: 'weir.urls.verdict.v1',
  },
  urlsVerdictsShadow: {
    name: 'urls.verdicts.shadow',
    partitions: 12,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: "the URL's registrable domain",
    description: "What the challenger says beside the champion of a share of the URLs; no user's answer",
    eventType: 'weir.urls.verdict.shadow.v1',
  },
  urlsEnrichments: {
    name: 'urls.enrichments',
    partitions: 12,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: "the URL's registrable domain",
    description: 'What was found of a URL that the stream carried, where that is switched on',
    eventType: 'weir.urls.enrichment.v1',
  },
  urlsSketches: {
    name: 'urls.sketches',
    partitions: 3,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: "the model's name",
    description: 'What the URLs of a window were like: distributions of features and answers, no URL',
    eventType: 'weir.urls.sketch.v1',
  },
  urlsRejected: {
    name: 'urls.rejected',
    partitions: 3,
    retentionMs: 30 * DAY,
    cleanup: 'delete',
    // A refused record is as large as the broker let in, and carries its reason besides.
    maxMessageBytes: 2_097_152,
    key: "the record's own key",
    description: 'Records that could not be read: the bytes as they came, the reason in the headers',
    eventType: 'weir.urls.rejected.v1',
  },
  urlsFeedback: {
    name: 'urls.feedback',
    partitions: 3,
    retentionMs: null,
    cleanup: 'delete',
    key: 'id',
    description: "Analysts' corrections",
    eventType: 'weir.urls.feedback.v1',
  },
  listsEntries: {
    name: 'lists.entries',
    partitions: 1,
    retentionMs: null,
    cleanup: 'compact',
    key: 'list/entry',
    description: 'An entry of the allow or deny list was changed',
    eventType: 'weir.lists.entry.v1',
  },
  datasetsSnapshots: {
    name: 'datasets.snapshots',
    partitions: 3,
    retentionMs: 30 * DAY,
    cleanup: 'delete',
    key: 'schema',
    description: 'A snapshot is stored',
    eventType: 'weir.datasets.snapshot.v1',
  },
  datasetsReports: {
    name: 'datasets.reports',
    partitions: 3,
    retentionMs: 30 * DAY,
    cleanup: 'delete',
    key: 'schema',
    description: 'A snapshot is checked',
    eventType: 'weir.datasets.report.v1',
  },
  modelsVersions: {
    name: 'models.versions',
    partitions: 3,
    retentionMs: 30 * DAY,
    cleanup: 'delete',
    key: 'name',
    description: 'A model version is in the registry',
    eventType: 'weir.models.version.v1',
  },
  modelsAliases: {
    name: 'models.aliases',
    partitions: 1,
    retentionMs: null,
    cleanup: 'compact',
    key: 'name/alias',
    description: 'An alias points at a version',
    eventType: 'weir.models.alias.v1',
  },
  modelsDrift: {
    name: 'models.drift',
    partitions: 3,
    retentionMs: 30 * DAY,
    cleanup: 'delete',
    key: "the model's name",
    description: "How what a model scores differs from the version's reference",
    eventType: 'weir.models.drift.v1',
  },
  pipelineRequests: {
    name: 'pipeline.requests',
    partitions: 3,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: 'run id',
    description: 'Someone asks for a run, from a stage on',
    eventType: 'weir.pipeline.request.v1',
  },
  pipelineProgress: {
    name: 'pipeline.progress',
    partitions: 3,
    retentionMs: 7 * DAY,
    cleanup: 'delete',
    key: 'run id',
    description: 'How far a run is',
    eventType: 'weir.pipeline.progress.v1',
  },
} as const satisfies Record<string, TopicSpec>;

export const ALL_TOPICS: readonly TopicSpec[] = Object.values(TOPICS);
