import { unwrap } from '@weir/client';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import { inOrder } from '../input/in-order.js';
import { urlBatches } from '../input/url-source.js';
import type { Invocation } from '../invocation.js';
import { Progress } from '../output/progress.js';
import type { Start } from '../program.js';
import { idempotencyKey } from '../runs/idempotency-key.js';

interface PublishOptions {
  readonly source?: string;
}

const BATCH = 1_000;
const AHEAD = 2;
const EXAMPLES = `
Examples:
  weir publish http://login.example/verify
  tail -f proxy-urls.log | weir publish --source proxy`;

export function addPublish(program: Command, start: Start): void {
  program
    .command('publish')
    .summary('put URLs on the stream')
    .description('Put URLs on the stream (urls.submitted) to be classified there; prints their ids.')
    .argument('[urls...]', 'URLs; none or -: standard input, one a line')
    .option('--source <name>', 'where they come from, for whoever reads the stream')
    .addHelpText('after', EXAMPLES)
    .action((urls: string[], options: PublishOptions, command: Command) =>
      start(command, (invocation) => publish(invocation, urls, options)),
    );
}

async function publish(invocation: Invocation, urls: readonly string[], { source }: PublishOptions) {
  const { client, output, input, signal } = invocation;
  const send = async (batch: readonly string[]) => {
    const body = { urls: [...batch], ...(source === undefined ? {} : { source }) };
    // Under its own key, a batch that has to be sent again is published once.
    const { ids } = await unwrap(client.POST('/v1/events', { body, signal, headers: idempotencyKey() }));
    return ids.map((id, index) => ({ id, url: batch[index] }));
  };
  const progress = new Progress(output);
  let done = 0;
  for await (const published of inOrder(urlBatches(urls, input, BATCH), AHEAD, send)) {
    done += published.length;
    progress.clear();
    if (output.json) await output.documents(published);
    else await output.lines(published.map(({ id }) => id));
    progress.show({ what: 'URLs published', done, total: 0 });
  }
  progress.clear();
  return EXIT.ok;
}
