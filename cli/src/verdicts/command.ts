import { pages, type UrlVerdict, unwrap, type Verdict, verdictStream } from '@weir/client';
import { type Command, Option } from 'commander';
import { verdictLine } from '../check/verdict-lines.js';
import { wholeNumber } from '../command-line/list-options.js';
import { EXIT } from '../exit-codes.js';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import { whenExactly } from '../output/when.js';
import type { Start } from '../program.js';

const VERDICTS = ['malicious', 'suspicious', 'safe'] as const;
const DEFAULT_LIMIT = 20;

interface VerdictsOptions {
  readonly follow?: true;
  readonly verdict?: readonly Verdict[];
  readonly host?: string;
  readonly search?: string;
  readonly limit: number;
  readonly rate?: number;
}

const EXAMPLES = `
Examples:
  weir verdicts --verdict malicious --host login.example
  weir verdicts --follow --json | jq -r .url`;

export function addVerdicts(program: Command, start: Start): void {
  program
    .command('verdicts')
    .summary('show what the stream was judged to be')
    .description('Verdicts of the stream: the newest ones, or with --follow as they are given.')
    .option('-f, --follow', 'go on until Ctrl-C')
    .addOption(new Option('--verdict <verdict...>', 'only these').choices(VERDICTS))
    .option('--host <name>', 'only of this host or registrable domain')
    .option('--search <text>', 'only URLs that hold this text')
    .option('--limit <number>', 'at most so many', wholeNumber, DEFAULT_LIMIT)
    .option('--rate <number>', 'with --follow: at most so many a second, an even sample', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action((options: VerdictsOptions, command: Command) =>
      start(command, (each) => (options.follow === true ? follow(each, options) : list(each, options))),
    );
}

async function list(invocation: Invocation, { verdict, host, search, limit }: VerdictsOptions) {
  const { client, signal, output } = invocation;
  const query = {
    limit: Math.min(limit, 1_000),
    ...(verdict === undefined ? {} : { verdict: [...verdict] }),
    ...(host === undefined ? {} : { host }),
    ...(search === undefined ? {} : { q: search }),
  };
  const all = pages((at) =>
    unwrap(client.GET('/v1/verdicts', { params: { query: { ...query, ...at } }, signal })),
  );
  const verdicts = await firstOf(all, limit, (page) => page.verdicts);
  await print(output, verdicts);
  return EXIT.ok;
}

async function follow({ client, signal, output }: Invocation, options: VerdictsOptions) {
  const { verdict, rate, host, search } = options;
  const stream = verdictStream(client, {
    signal,
    ...(verdict === undefined ? {} : { verdict }),
    ...(rate === undefined ? {} : { rate }),
    onConnection: (state) => {
      if (state === 'lost' && !signal.aborted) output.note('weir: the stream was lost; taking it up again …');
    },
  });
  for await (const event of stream) {
    if (event.kind === 'gap') output.note(`weir: some verdicts after ${event.from} are no longer held.`);
    else if (event.kind === 'verdict' && isWanted(event.verdict, host, search))
      await print(output, [event.verdict]);
  }
  return EXIT.interrupted;
}

/** The stream itself filters by verdict alone. */
function isWanted({ url }: UrlVerdict, host: string | undefined, search: string | undefined): boolean {
  if (search !== undefined && !url.includes(search)) return false;
  if (host === undefined) return true;
  const name = URL.canParse(url) ? new URL(url).hostname : (url.split(/[/?#]/)[0] ?? '');
  return name === host.toLowerCase() || name.endsWith(`.${host.toLowerCase()}`);
}

async function print(output: Invocation['output'], verdicts: readonly UrlVerdict[]): Promise<void> {
  if (output.json) return output.documents(verdicts);
  await output.lines(
    verdicts.map(
      (each) => `${output.paint('dim', whenExactly(each.classifiedAt))}  ${verdictLine(output.paint, each)}`,
    ),
  );
}
