export { BatchEventPattern, type BatchHandlerOptions } from './batch-handler.decorator.js';
export { type DeadLetterOptions, deadLetter, REPLAY_OF } from './dead-letter.js';
export {
  type DecodedBatch,
  type DecodedEvent,
  decodeEvents,
  type EventClass,
  type RejectedRecord,
} from './decode.js';
export { EventBatchContext } from './event-batch-context.js';
export {
  EventBusTransport,
  type EventBusTransportOptions,
  type TransportEvents,
} from './event-bus-transport.js';
export { HandlerFailureFilter } from './handler-failure.filter.js';
export { eventToRecord, publishEvent } from './publish-event.js';
export {
  continueTrace,
  formatTraceparent,
  parseTraceparent,
  startTrace,
  type Trace,
  traceparentFor,
} from './trace.js';
