import type { components } from '../generated/api.js';
import type { WeirClient } from '../weir-client.js';
import { type EventStreamOptions, eventStream } from './event-stream.js';

export type Run = components['schemas']['RunResponse'];

/** A pipeline run as it is, then at each of its changes, until it has succeeded or failed. */
export async function* runEvents(
  client: WeirClient,
  id: string,
  options: EventStreamOptions = {},
): AsyncGenerator<Run, void, undefined> {
  const path = `/v1/runs/${encodeURIComponent(id)}/events`;
  for await (const { event, data } of eventStream(client, path, options)) {
    if (event === 'end') return;
    if (event !== undefined && event !== 'message') continue;
    const run = JSON.parse(data) as Run;
    yield run;
    // Not left to `end`: a connection lost just before it would come back to a run that is over.
    if (run.state === 'succeeded' || run.state === 'failed') return;
  }
}
