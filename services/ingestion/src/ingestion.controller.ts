import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PipelineRequested, TOPICS } from '@weir/contracts';
import {
  BatchEventPattern,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  readEvents,
  withHeartbeat,
} from '@weir/platform';
import { Ingestion } from './ingestion/index.js';
import { SOURCE } from './source.js';

/** Takes the requests for runs that begin with ingestion, one after the other. */
@Controller()
export class IngestionController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly ingestion: Ingestion,
  ) {}

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    const events = await readEvents(this.bus, batch, PipelineRequested, SOURCE);
    await withHeartbeat(batch, async () => {
      for (const { value, record } of events) {
        if (value.from !== 'ingestion') continue;
        const { traceparent } = record.headers;
        await this.ingestion.handle(value, {
          signal: batch.signal,
          ...(traceparent === undefined ? {} : { traceparent }),
        });
      }
    });
  }
}
