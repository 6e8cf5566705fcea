import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { TOPICS, UrlFeedback } from '@weir/contracts';
import {
  BatchEventPattern,
  type Correction,
  deadLetter,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  LOGGER,
  type Logger,
  type RejectedRecord,
  readEvents,
  withHeartbeat,
} from '@weir/platform';
import { SOURCE } from '../source.js';
import { FeedbackIntake } from './feedback-intake.js';
import { readCorrection } from './read-correction.js';

/** `urls.feedback` → Documents → a snapshot of corrections. */
@Controller()
export class FeedbackController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly intake: FeedbackIntake,
  ) {}

  /** Rejects while a store is away: the bus hands the batch over again, and what was taken changes nothing then. */
  @BatchEventPattern(TOPICS.urlsFeedback.name)
  async onFeedback(@Payload() batch: EventBatch): Promise<void> {
    const corrections: Correction[] = [];
    const refused: RejectedRecord[] = [];
    const now = Date.now();
    for (const { value, record } of await readEvents(this.bus, batch, UrlFeedback, SOURCE)) {
      const read = readCorrection(value, record, now);
      if ('canonical' in read) corrections.push(read);
      else refused.push({ record, reason: read.message });
    }
    await deadLetter(this.bus, refused, { source: SOURCE });
    if (corrections.length === 0) return;
    const { id, rows } = await withHeartbeat(batch, () => this.intake.take(corrections));
    this.logger.info({ snapshotId: id, rows, taken: corrections.length }, 'corrections taken');
  }
}
