import { type components, unwrap } from '@weir/client';
import type { Command } from 'commander';
import { jsonObject } from '../command-line/list-options.js';
import { usageError } from '../errors/cli-error.js';
import type { Invocation } from '../invocation.js';
import type { Start } from '../program.js';
import { afterStart } from './follow-run.js';
import { idempotencyKey } from './idempotency-key.js';
import { uploadRun } from './upload-run.js';

interface IngestOptions {
  readonly schema: string;
  readonly source?: Record<string, unknown>;
  readonly wait: boolean;
}

type SourceRequest = components['schemas']['SourceRequest'];

const EXAMPLES = `
Examples:
  weir ingest rows.csv --schema uci-30
  weir ingest --schema uci-30 --source '{"kind": "file", "path": "uci-phishing-websites.csv.gz"}'
  weir ingest --schema url --source '{"kind": "kafka", "topic": "labelled-urls"}' --no-wait`;

export function addIngest(program: Command, start: Start): void {
  program
    .command('ingest')
    .summary('take rows in, and validate them')
    .description(
      'Take labelled rows in as a snapshot, and validate it: an upload, or a source of the server’s.',
    )
    .argument('[file]', 'CSV to upload (also .gz, or - for standard input)')
    .requiredOption('--schema <name>', 'the feature schema of the rows')
    .option('--source <json>', 'where the server finds the rows: file, s3, mongodb, kafka', jsonObject)
    .option('--no-wait', 'do not wait for the run; print its id')
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, options: IngestOptions, command: Command) =>
      start(command, async (invocation) => {
        const id = await ingest(invocation, file, options);
        return afterStart(invocation, { id, wait: options.wait });
      }),
    );
}

async function ingest(
  invocation: Invocation,
  file: string | undefined,
  { schema, source }: IngestOptions,
): Promise<string> {
  if ((file === undefined) === (source === undefined)) throw usageError('give a file to upload or --source');
  if (file !== undefined) return uploadRun(invocation, { route: '/v1/snapshots', file, schema });
  const body = { schema, source: source as unknown as SourceRequest };
  const { client, signal } = invocation;
  const { runId } = await unwrap(client.POST('/v1/snapshots', { body, signal, headers: idempotencyKey() }));
  return runId;
}
