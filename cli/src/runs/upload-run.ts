import { unwrapJson } from '@weir/client';
import { openUpload } from '../input/upload.js';
import type { Invocation } from '../invocation.js';
import { Progress } from '../output/progress.js';

/** Sends a CSV as it is read, and gives the run that takes it. */
export async function uploadRun(
  { client, output, signal, input }: Invocation,
  {
    route,
    file,
    schema,
  }: { readonly route: '/train' | '/v1/snapshots'; readonly file: string; readonly schema: string },
): Promise<string> {
  const upload = await openUpload(file, input);
  const progress = new Progress(output);
  const drawn = setInterval(
    () => progress.show({ what: `bytes of ${file} sent`, done: upload.sent(), total: upload.bytes }),
    200,
  ).unref();
  try {
    const { runId } = await unwrapJson<{ runId: string }>(
      client.fetch(`${route}?schema=${encodeURIComponent(schema)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', accept: 'application/json' },
        body: upload.body,
        duplex: 'half',
        signal,
      }),
    );
    return runId;
  } finally {
    clearInterval(drawn);
    progress.clear();
  }
}
