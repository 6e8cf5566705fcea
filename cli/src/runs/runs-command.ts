import { pages, unwrap } from '@weir/client';
import type { Command } from 'commander';
import { defaultList } from '../command-line/default-list.js';
import { type ListOptions, withListOptions } from '../command-line/list-options.js';
import { EXIT } from '../exit-codes.js';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import { when } from '../output/when.js';
import type { Start } from '../program.js';
import { followRun } from './follow-run.js';
import { outcomeLines, stageOf, stateWord } from './run-lines.js';

const EXAMPLES = `
Examples:
  weir runs --schema uci-30 --limit 5
  weir runs follow 0199f0c2-7c1e-7000-8000-000000000000`;

export function addRuns(program: Command, start: Start): void {
  const runs = program
    .command('runs')
    .summary('list and follow ingestion, validation, training')
    .description('Runs of the pipeline: ingestion, validation, training.');
  withListOptions(defaultList(runs, 'list runs, the newest first'))
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions, command: Command) => start(command, (each) => list(each, options)));
  runs
    .command('show')
    .description('show a run: its stages, what it made, why it failed')
    .argument('<id>')
    .action((id: string, _: object, command: Command) => start(command, (each) => show(each, id)));
  runs
    .command('follow')
    .description('follow a run until it ends; ends with 1 if it failed')
    .argument('<id>')
    .action((id: string, _: object, command: Command) => start(command, (each) => followRun(each, id)));
}

async function list({ client, output, signal }: Invocation, { schema, limit }: ListOptions) {
  const query = { limit: Math.min(limit, 100), ...(schema === undefined ? {} : { schema }) };
  const all = pages((at) =>
    unwrap(client.GET('/v1/runs', { params: { query: { ...query, ...at } }, signal })),
  );
  const runs = await firstOf(all, limit, (page) => page.runs);
  if (output.json) return output.documents(runs);
  await output.table(
    [
      { title: 'ID' },
      { title: 'SCHEMA' },
      { title: 'STATE' },
      { title: 'STAGE' },
      { title: 'MODEL' },
      { title: 'STARTED' },
    ],
    runs.map((run) => [
      run.id,
      run.schema,
      stateWord(output.paint, run.state),
      stageOf(run) ?? '',
      run.version === undefined ? '' : `${run.model ?? run.schema} ${run.version}`,
      when(run.createdAt),
    ]),
  );
}

async function show({ client, output, signal }: Invocation, id: string) {
  const run = await unwrap(client.GET('/v1/runs/{id}', { params: { path: { id } }, signal }));
  if (output.json) await output.documents([run]);
  else await output.lines(outcomeLines(output.paint, run));
  return EXIT.ok;
}
