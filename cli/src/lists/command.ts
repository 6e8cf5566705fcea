import { pages, unwrap } from '@weir/client';
import { Argument, type Command } from 'commander';
import { usageError } from '../errors/cli-error.js';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import { defanged, printable } from '../output/printable.js';
import { when } from '../output/when.js';
import type { Start } from '../program.js';

const LISTS = ['allow', 'deny'] as const;
type ListName = (typeof LISTS)[number];
const ACTIONS = ['list', 'add', 'remove'] as const;
const ALL = 100_000;

interface EntryOptions {
  readonly reason?: string;
  readonly expires?: string;
}

const EXAMPLES = `
Examples:
  weir lists                                   both lists
  weir lists deny add evil.example --reason "reported by the bank"
  weir lists allow remove intranet.example`;

export function addLists(program: Command, start: Start): void {
  program
    .command('lists')
    .summary('overrule the model by host')
    .description('The lists that overrule the model, by host or registrable domain.')
    .addArgument(new Argument('[list]', 'which').choices(LISTS))
    .addArgument(new Argument('[action]', 'what to do').choices(ACTIONS).default('list'))
    .argument('[entries...]', 'hosts, domains or pasted URLs')
    .option('--reason <text>', 'with add: why; verdicts tell it')
    .option('--expires <date>', 'with add: until when, ISO 8601')
    .addHelpText('after', EXAMPLES)
    .action(
      (
        name: ListName | undefined,
        action: string,
        entries: string[],
        options: EntryOptions,
        command: Command,
      ) =>
        start(command, async (invocation) => {
          if (action === 'list' || name === undefined)
            return show(invocation, name === undefined ? LISTS : [name]);
          if (entries.length === 0) throw usageError(`name what to ${action}`);
          for (const entry of entries)
            await (action === 'add' ? add : remove)(invocation, { name, entry }, options);
        }),
    );
}

async function show({ client, output, signal }: Invocation, names: readonly ListName[]): Promise<void> {
  const rows: string[][] = [];
  for (const list of names) {
    const all = pages((at) =>
      unwrap(
        client.GET('/v1/lists/{list}', { params: { path: { list }, query: { limit: 100, ...at } }, signal }),
      ),
    );
    for (const each of await firstOf(all, ALL, (page) => page.entries)) {
      if (output.json) await output.documents([each]);
      rows.push([
        each.list,
        defanged(each.entry),
        printable(each.reason ?? ''),
        printable(each.by ?? ''),
        each.expiresAt === undefined ? '' : when(each.expiresAt),
      ]);
    }
  }
  const columns = [
    { title: 'LIST' },
    { title: 'ENTRY' },
    { title: 'REASON', gives: true },
    { title: 'BY' },
    { title: 'UNTIL' },
  ];
  if (!output.json) await output.table(columns, rows);
}

interface Entry {
  readonly name: ListName;
  readonly entry: string;
}

async function add({ client, output, signal }: Invocation, { name, entry }: Entry, options: EntryOptions) {
  const { reason, expires } = options;
  const body = {
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
  };
  const params = { path: { list: name, entry } };
  const added = await unwrap(client.PUT('/v1/lists/{list}/{entry}', { params, body, signal }));
  if (output.json) await output.documents([added]);
  else await output.lines([`${added.list}: ${defanged(added.entry)}`]);
}

async function remove({ client, output, signal }: Invocation, { name, entry }: Entry) {
  const params = { path: { list: name, entry } };
  await unwrap(client.DELETE('/v1/lists/{list}/{entry}', { params, signal }));
  if (output.json) await output.documents([{ list: name, entry, removed: true }]);
  else await output.lines([`${name}: ${defanged(entry)} removed`]);
}
