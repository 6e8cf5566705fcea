import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PipelineRequested, TOPICS } from '@weir/contracts';
import {
  BatchEventPattern,
  deadLetter,
  decodeEvents,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
} from '@weir/platform';
import { Ingestion } from './ingestion/index.js';

/** Well under the group's session timeout: reading a large source outlasts it many times. */
const HEARTBEAT_MS = 3_000;

/** Takes the requests for runs that begin with ingestion, one after the other. */
@Controller()
export class IngestionController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly ingestion: Ingestion,
  ) {}

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, PipelineRequested);
    await deadLetter(this.bus, rejected, { source: '/weir/ingestion' });
    // A failed heartbeat shows in the batch's signal.
    const beat = setInterval(() => void batch.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      for (const { value, record } of events) {
        if (value.from !== 'ingestion') continue;
        const { traceparent } = record.headers;
        await this.ingestion.handle(value, {
          signal: batch.signal,
          ...(traceparent === undefined ? {} : { traceparent }),
        });
      }
    } finally {
      clearInterval(beat);
    }
  }
}
