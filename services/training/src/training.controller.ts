import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DatasetReportPublished, PipelineRequested, type RunContinuation, TOPICS } from '@weir/contracts';
import {
  BatchEventPattern,
  deadLetter,
  decodeEvents,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
} from '@weir/platform';
import { TrainingStage } from './training-stage.js';

/** What starts training: a report that is good enough, or a request for training alone. */
@Controller()
export class TrainingController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly stage: TrainingStage,
  ) {}

  @BatchEventPattern(TOPICS.datasetsReports.name)
  async onReports(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, DatasetReportPublished);
    await deadLetter(this.bus, rejected);
    for (const { value, record } of events) {
      if (value.status === 'failed' || !wantsTraining(value.run)) continue;
      await this.stage.run(
        { ...value, requestedAt: value.createdAt, traceparent: record.headers.traceparent },
        batch,
      );
    }
  }

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, PipelineRequested);
    await deadLetter(this.bus, rejected);
    for (const { value, record } of events) {
      if (value.from !== 'training') continue;
      await this.stage.run(
        { ...value, requestedAt: value.at, traceparent: record.headers.traceparent },
        batch,
      );
    }
  }
}

function wantsTraining(run: RunContinuation | undefined): boolean {
  return (run?.until ?? 'training') === 'training';
}
