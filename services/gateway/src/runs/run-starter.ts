import { Inject, Injectable } from '@nestjs/common';
import { type PipelineRequested, TOPICS } from '@weir/contracts';
import {
  EVENT_BUS,
  type EventBus,
  LOGGER,
  type Logger,
  publishEvent,
  type Run,
  RunCatalog,
  uuid7,
} from '@weir/platform';
import type { TraceContext } from '../http/trace-context.js';
import { SOURCE } from '../source.js';

export type RunOrder = Omit<PipelineRequested, 'runId' | 'at'> & { readonly runId?: string };

/** Starts runs: writes the run down, then asks for it on `pipeline.requests`. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly runs: RunCatalog,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The run, queued. If nobody could be asked for it, it is marked failed and the call rejects. */
  async start(order: RunOrder, trace: TraceContext): Promise<Run> {
    const request: PipelineRequested = {
      ...order,
      runId: order.runId ?? uuid7(),
      at: new Date().toISOString(),
    };
    const run = await this.runs.request(request);
    try {
      await this.#ask(request, trace);
    } catch (error) {
      await this.#markFailed(request, error as Error);
      throw error;
    }
    this.logger.info({ runId: run.id, schema: run.schema, from: run.from }, 'run requested');
    return run;
  }

  async #ask(request: PipelineRequested, trace: TraceContext): Promise<void> {
    await publishEvent(this.bus, TOPICS.pipelineRequests, request.runId, request, {
      source: SOURCE,
      ...trace,
    });
  }

  async #markFailed({ runId, schema, from }: PipelineRequested, cause: Error): Promise<void> {
    const error = { code: 'WEIR_BUS_UNAVAILABLE', message: cause.message };
    const at = new Date().toISOString();
    const progress = { runId, schema, stage: from, state: 'failed' as const, done: 0, total: 0, error, at };
    await this.runs
      .apply({ ...progress, message: 'the run could not be asked for' })
      .catch((failure: unknown) => this.logger.error({ err: failure, runId }, 'a run stays queued'));
  }
}
