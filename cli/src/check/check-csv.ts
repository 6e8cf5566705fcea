import { unwrapResponse } from '@weir/client';
import { CliError } from '../errors/cli-error.js';
import type { ExitCode } from '../exit-codes.js';
import { openUpload } from '../input/upload.js';
import type { Invocation } from '../invocation.js';
import { FileSink, type Sink } from '../output/file-sink.js';
import { Progress } from '../output/progress.js';
import type { FailOn } from './judged.js';
import { outcome, summary } from './outcome.js';
import { VerdictCounter } from './verdict-counter.js';

export interface CsvCheck {
  readonly csv: string;
  readonly schema: string;
  readonly output?: string;
  readonly failOn: FailOn;
}

/** Sends a CSV of rows and writes it back with `prediction`, `verdict` and `probability`, both as streams. */
export async function checkCsv(invocation: Invocation, options: CsvCheck): Promise<ExitCode> {
  const { client, output, signal, input } = invocation;
  const upload = await openUpload(options.csv, input);
  const progress = new Progress(output);
  const drawn = setInterval(
    () => progress.show({ what: `bytes of ${options.csv} read`, done: upload.sent(), total: upload.bytes }),
    200,
  ).unref();
  const sink: Sink = options.output === undefined ? output : new FileSink(options.output);
  const counter = new VerdictCounter();
  try {
    const path = `/v1/predictions/${encodeURIComponent(options.schema)}`;
    const headers = { 'content-type': 'text/csv', accept: 'text/csv' };
    const response = await unwrapResponse(
      client.fetch(path, { method: 'POST', headers, body: upload.body, duplex: 'half', signal }),
    );
    await copy(response, counter, output.json ? await asDocuments(sink) : sink);
    if (sink instanceof FileSink) await sink.finish();
  } catch (error) {
    if (sink instanceof FileSink) await sink.drop();
    throw error;
  } finally {
    clearInterval(drawn);
    progress.clear();
  }
  if (output.isWatched || options.output !== undefined) output.note(summary(counter.tally, 'rows'));
  return outcome(counter.tally, options.failOn);
}

async function copy(response: Response, counter: VerdictCounter, sink: Sink): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      counter.feed(text);
      await sink.write(text);
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw new CliError('WEIR_GATEWAY_UNAVAILABLE', 'the connection broke before the last row: ask again');
    throw error;
  }
  counter.end();
  await sink.end?.();
}

/** Loaded for `--json` alone. */
async function asDocuments(sink: Sink): Promise<Sink> {
  const { CsvDocuments } = await import('./csv-documents.js');
  return new CsvDocuments(sink);
}
