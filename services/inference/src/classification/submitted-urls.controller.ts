import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { TOPICS } from '@weir/contracts';
import { BatchEventPattern, deadLetter, type EventBatch, type RejectedRecord } from '@weir/platform';
import { overrule, UrlLists } from '../lists/index.js';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { StreamScoring } from '../scoring/index.js';
import { Challenge, encodeChallenged } from '../shadow/index.js';
import { StreamSketches } from '../sketches/index.js';
import { acceptRecords, type BatchReading, type RefusedRecord, readSubmissions } from './batch-reading.js';
import { URL_MODEL } from './url-classifier.js';
import { encodeVerdicts, INFERENCE_SOURCE } from './verdict-encoding.js';

/**
 * `urls.submitted` → `urls.verdicts` and `urls.rejected`, and of a challenger's share `urls.verdicts.shadow`, a batch at
 * a time. The batch is committed once all are acknowledged; a rejection of the promise makes the bus hand it over again,
 * so nothing is lost.
 */
@Controller()
export class SubmittedUrlsController {
  constructor(
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(StreamScoring) private readonly scoring: StreamScoring,
    @Inject(UrlLists) private readonly lists: UrlLists,
    @Inject(InferenceMetrics) private readonly metrics: InferenceMetrics,
    @Inject(Challenge) private readonly challenge: Challenge,
    @Inject(StreamSketches) private readonly sketches: Pick<StreamSketches, 'observe'>,
  ) {}

  /**
   * Rejects with `WEIR_MODEL_MISSING` while no `url` model serves, and with `WEIR_DOCUMENTS_UNAVAILABLE` until the lists
   * were read: the partition waits, no record is dropped.
   */
  @BatchEventPattern(TOPICS.urlsSubmitted.name, {
    transforms: true,
    concurrency: TOPICS.urlsSubmitted.partitions,
  })
  async onSubmitted(@Payload() batch: EventBatch): Promise<void> {
    const model = this.slots.require(URL_MODEL);
    const lists = this.lists.require();
    // Taken with the model: the verdicts name who was champion then, however long they take.
    const now = new Date();
    const start = performance.now();
    const submissions = readSubmissions(batch);
    const urls = submissions.submitted.map(({ submission }) => submission.url);
    const { sites, scored: byChampion } = await this.scoring.score(model, urls, (rows) => {
      if (rows.rows > 0) this.sketches.observe(model, rows);
    });
    const reading = acceptRecords(submissions, sites);
    const { accepted, refused } = reading;
    const challenged = this.challenge.score(model, accepted, byChampion);
    const scored = overrule(
      lists,
      accepted.map(({ site }) => site),
      challenged?.scored ?? byChampion,
      true,
    );
    const verdicts =
      challenged === undefined
        ? encodeVerdicts(model, accepted, scored, now)
        : encodeChallenged(challenged, accepted, scored, now);
    const seconds = (performance.now() - start) / 1_000;
    batch.signal.throwIfAborted();
    await Promise.all([
      batch.publish(verdicts),
      deadLetter(batch, refused.map(rejectedOf), { source: INFERENCE_SOURCE }),
    ]);
    this.metrics.observeClassification('stream', seconds);
    this.metrics.countVerdicts('stream', scored);
    challenged?.observe(Date.now());
    this.#observe(reading);
  }

  /** After the bus has acknowledged, so that a batch handed over again is not counted twice. */
  #observe({ accepted, refused }: BatchReading): void {
    for (const { refusal } of refused) this.metrics.countRejected(refusal.reason);
    const now = Date.now();
    for (const { submission } of accepted) {
      if (submission.submittedAt === undefined) continue;
      const seconds = (now - Date.parse(submission.submittedAt)) / 1_000;
      // A producer's clock may run ahead of ours; a date alone may not parse.
      if (Number.isFinite(seconds)) this.metrics.observeEndToEnd(Math.max(0, seconds));
    }
  }
}

function rejectedOf({ record, refusal }: RefusedRecord): RejectedRecord {
  return { record, reason: refusal.message };
}
