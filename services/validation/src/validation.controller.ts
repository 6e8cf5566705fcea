import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DatasetSnapshotPublished, PipelineRequested, TOPICS } from '@weir/contracts';
import {
  BatchEventPattern,
  deadLetter,
  decodeEvents,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
} from '@weir/platform';
import { ValidationStage } from './validation-stage.js';

/** What starts validation: a new snapshot, or a request to look at one again. */
@Controller()
export class ValidationController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly stage: ValidationStage,
  ) {}

  @BatchEventPattern(TOPICS.datasetsSnapshots.name)
  async onSnapshots(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, DatasetSnapshotPublished);
    await deadLetter(this.bus, rejected);
    for (const { value, record } of events) {
      if (value.run?.until === 'ingestion') continue;
      await this.stage.run({ ...value, traceparent: record.headers.traceparent }, batch);
    }
  }

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, PipelineRequested);
    await deadLetter(this.bus, rejected);
    for (const { value, record } of events) {
      if (value.from !== 'validation') continue;
      await this.stage.run({ ...value, traceparent: record.headers.traceparent }, batch);
    }
  }
}
