export type { FieldProblem, Problem } from './errors/problem.js';
export { type Answer, unwrap, unwrapJson, unwrapResponse } from './errors/unwrap.js';
export { WeirApiError } from './errors/weir-api-error.js';
export { WeirConnectionError } from './errors/weir-connection-error.js';
export { type EventStreamOptions, eventStream } from './events/event-stream.js';
export { type Run, runEvents } from './events/run-events.js';
export {
  type StreamStats,
  type UrlVerdict,
  type Verdict,
  type VerdictEvent,
  type VerdictStreamOptions,
  verdictStream,
} from './events/verdict-stream.js';
export type { components, paths } from './generated/api.js';
export { type PageStart, pages } from './paging/pages.js';
export type { RetryOptions, Send } from './sending/retrying-fetch.js';
export { createWeirClient, type WeirClient, type WeirClientOptions } from './weir-client.js';
