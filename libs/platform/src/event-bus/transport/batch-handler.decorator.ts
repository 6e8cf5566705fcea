import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { HandlerFailureFilter } from './handler-failure.filter.js';

/** How a handler's topic is read; the extras of `@EventPattern`. */
export interface BatchHandlerOptions {
  /** Where a group without a committed offset begins. Default `earliest`. */
  readonly from?: 'earliest' | 'latest';
  /** Default: the group of the transport. */
  readonly group?: string;
  readonly maxBatchRecords?: number;
  /** Partitions handled at the same time. */
  readonly concurrency?: number;
  /** All it does is to publish through `batch.publish`: the transport's `delivery` applies to it. */
  readonly transforms?: boolean;
}

/**
 * `@EventPattern` for a method that takes whole batches, `(@Payload() batch: EventBatch)`, whose exceptions reach the
 * bus as they were thrown. Plain `@EventPattern` works too: a failure is retried all the same, but where no
 * `HandlerFailureFilter` applies, Nest has put its own "Internal server error" in the exception's place.
 */
export const BatchEventPattern = (topic: string, options: BatchHandlerOptions = {}): MethodDecorator =>
  applyDecorators(
    EventPattern(topic, { ...options }) as MethodDecorator,
    UseFilters(new HandlerFailureFilter()),
  );
