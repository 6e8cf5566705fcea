import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DatasetSnapshotPublished, PipelineRequested, TOPICS } from '@weir/contracts';
import { BatchEventPattern, EVENT_BUS, type EventBatch, type EventBus, readEvents } from '@weir/platform';
import { SOURCE } from './source.js';
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
    for (const { value, record } of await readEvents(this.bus, batch, DatasetSnapshotPublished, SOURCE)) {
      if (value.run?.until === 'ingestion') continue;
      await this.stage.run({ ...value, traceparent: record.headers.traceparent }, batch);
    }
  }

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    for (const { value, record } of await readEvents(this.bus, batch, PipelineRequested, SOURCE)) {
      if (value.from !== 'validation') continue;
      await this.stage.run({ ...value, traceparent: record.headers.traceparent }, batch);
    }
  }
}
