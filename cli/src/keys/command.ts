import { type Command, InvalidArgumentError } from 'commander';
import { defaultList } from '../command-line/default-list.js';
import { positiveNumber } from '../command-line/list-options.js';
import type { Invocation } from '../invocation.js';
import { printable } from '../output/printable.js';
import { when } from '../output/when.js';
import type { Start } from '../program.js';
import { deskOf } from './desk-of.js';
import type { KeyDesk, KeyEntry, Scope } from './key-desk.js';

const SCOPES = ['predict', 'publish', 'read', 'train', 'admin'] as const satisfies readonly Scope[];
const DAY_MS = 86_400_000;

interface CreateOptions {
  readonly scope: readonly Scope[];
  readonly expires?: string;
  readonly rate?: number;
}

const EXAMPLES = `
Examples:
  weir keys create page --scope predict,read
  weir keys create trainer --scope train,read --expires 90d
  weir keys revoke 0199f0c27c1e70008000

With no gateway named, keys are made in the store that the environment configures (WEIR_DOCUMENTS, MONGODB_URI, WEIR_HOME).
Once there is a key, every request needs one. The key itself is shown once, and kept nowhere.`;

export function addKeys(program: Command, start: Start): void {
  const keys = program
    .command('keys')
    .summary('make, list and end API keys')
    .description('API keys.')
    .addHelpText('after', EXAMPLES);
  defaultList(keys, 'list keys, those revoked too').action((_: object, command: Command) =>
    start(command, (each) => withDesk(each, list)),
  );
  keys
    .command('create')
    .description('make a key; prints it, this once')
    .argument('<name>', 'whose it is')
    .requiredOption(
      '--scope <names>',
      `what it may do: ${SCOPES.join(', ')}; admin includes the others`,
      scopes,
    )
    .option('--expires <when>', 'a date (ISO 8601), or days from now: 90d', expiry)
    .option('--rate <number>', 'requests a second it may make', positiveNumber)
    .addHelpText('after', EXAMPLES)
    .action((name: string, options: CreateOptions, command: Command) =>
      start(command, (each) =>
        withDesk(each, (invocation, desk) => create(invocation, desk, { name, ...options })),
      ),
    );
  keys
    .command('revoke')
    .description('end a key, within seconds on every gateway')
    .argument('<id>')
    .action((id: string, _: object, command: Command) =>
      start(command, (each) =>
        withDesk(each, async ({ output }, desk) => {
          await desk.revoke(id);
          if (output.json) await output.documents([{ id, revoked: true }]);
          else await output.lines([`${printable(id)} is revoked`]);
        }),
      ),
    );
}

async function withDesk(
  invocation: Invocation,
  work: (invocation: Invocation, desk: KeyDesk) => Promise<void>,
): Promise<void> {
  const desk = await deskOf(invocation);
  try {
    await work(invocation, desk);
  } finally {
    await desk.close();
  }
}

async function create(
  { output }: Invocation,
  desk: KeyDesk,
  { name, scope, expires, rate }: CreateOptions & { readonly name: string },
): Promise<void> {
  const created = await desk.create({
    name,
    scopes: [...scope],
    ...(expires === undefined ? {} : { expiresAt: expires }),
    ...(rate === undefined ? {} : { requestsPerSecond: rate }),
  });
  if (output.json) return output.documents([created]);
  output.note(`Key ${created.id} (${printable(name)}: ${created.scopes.join(', ')}) in ${desk.place}.`);
  output.note('Keep it now: it is not shown again. From now on every request needs a key.');
  await output.lines([created.key]);
}

async function list({ output }: Invocation, desk: KeyDesk): Promise<void> {
  const keys = await desk.list();
  if (output.json) return output.documents(keys);
  await output.table(
    [
      { title: 'ID' },
      { title: 'NAME', gives: true },
      { title: 'SCOPES' },
      { title: 'STATE' },
      { title: 'LAST USED' },
      { title: 'MADE' },
    ],
    keys.map((key) => [
      key.id,
      printable(key.name),
      key.scopes.join(','),
      stateOf(key),
      when(key.lastUsedAt),
      when(key.createdAt),
    ]),
  );
}

function stateOf({ revokedAt, expiresAt }: KeyEntry): string {
  if (revokedAt !== undefined) return `revoked ${when(revokedAt)}`;
  if (expiresAt === undefined) return 'valid';
  return `${Date.parse(String(expiresAt)) > Date.now() ? 'until' : 'ended'} ${when(expiresAt)}`;
}

function scopes(text: string): Scope[] {
  return text.split(',').map((each) => {
    const scope = SCOPES.find((known) => known === each.trim());
    if (scope !== undefined) return scope;
    throw new InvalidArgumentError(`There is no scope "${each}"; there are ${SCOPES.join(', ')}.`);
  });
}

function expiry(text: string): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  const at = days === undefined ? Date.parse(text) : Date.now() + Number(days) * DAY_MS;
  if (!Number.isNaN(at) && at > Date.now()) return new Date(at).toISOString();
  throw new InvalidArgumentError('It must be a date to come, such as 2030-01-31, or days such as 90d.');
}
