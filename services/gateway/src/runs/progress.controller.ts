import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PipelineProgress } from '@weir/contracts';
import {
  BatchEventPattern,
  decodeEvents,
  type EventBatch,
  LOGGER,
  type Logger,
  RunCatalog,
} from '@weir/platform';

/** Keeps the runs up to date from `pipeline.progress`. An event handled again changes nothing. */
@Controller()
export class ProgressController {
  constructor(
    private readonly runs: RunCatalog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @BatchEventPattern('pipeline.progress')
  async apply(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, PipelineProgress);
    for (const { record, reason } of rejected) {
      // It says nothing about a run, and it stays on its topic.
      const { partition, offset } = record;
      this.logger.warn(
        { partition, offset: String(offset), reason },
        'an unreadable progress event is skipped',
      );
    }
    for (const { value } of events) {
      if (batch.signal.aborted) return;
      await this.runs.apply(value);
    }
  }
}
