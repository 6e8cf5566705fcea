import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DatasetReportPublished, PipelineRequested, type RunContinuation, TOPICS } from '@weir/contracts';
import { BatchEventPattern, EVENT_BUS, type EventBatch, type EventBus, readEvents } from '@weir/platform';
import { SOURCE } from './source.js';
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
    for (const { value, record } of await readEvents(this.bus, batch, DatasetReportPublished, SOURCE)) {
      if (value.status === 'failed' || !wantsTraining(value.run)) continue;
      await this.stage.run(
        { ...value, requestedAt: value.createdAt, traceparent: record.headers.traceparent },
        batch,
      );
    }
  }

  @BatchEventPattern(TOPICS.pipelineRequests.name)
  async onRequests(@Payload() batch: EventBatch): Promise<void> {
    for (const { value, record } of await readEvents(this.bus, batch, PipelineRequested, SOURCE)) {
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
