import { type components, unwrap } from '@weir/client';
import { type Command, Option } from 'commander';
import { jsonObject, wholeNumber } from '../command-line/list-options.js';
import { usageError } from '../errors/cli-error.js';
import type { Invocation } from '../invocation.js';
import type { Start } from '../program.js';
import { afterStart } from './follow-run.js';
import { idempotencyKey } from './idempotency-key.js';
import { uploadRun } from './upload-run.js';

interface TrainOptions {
  readonly schema: string;
  readonly snapshot?: string;
  readonly search?: Record<string, unknown>;
  readonly algorithms?: string;
  readonly strategy?: string;
  readonly candidates?: number;
  readonly folds?: number;
  readonly seed?: number;
  readonly leaks?: 'refuse' | 'accept';
  readonly wait: boolean;
}

type SearchRequest = components['schemas']['SearchRequest'];

const EXAMPLES = `
Examples:
  weir train --schema uci-30
  weir train rows.csv --schema uci-30
  weir train --schema uci-30 --algorithms random-forest,gradient-boosting --folds 5 --no-wait`;

export function addTrain(program: Command, start: Start): void {
  program
    .command('train')
    .summary('train a model')
    .description('Train a model: on a CSV, on a snapshot, or again on the newest snapshot.')
    .argument('[file]', 'CSV of labelled rows to take in first (also .gz, or -)')
    .requiredOption('--schema <name>', 'the feature schema, which is the model’s name')
    .option('--snapshot <id>', 'the snapshot to train on (default: the newest)')
    .option('--algorithms <names>', 'only these, separated by commas')
    .addOption(new Option('--strategy <name>', 'how to search').choices(['grid', 'random', 'halving']))
    .option('--candidates <number>', 'how many to try', wholeNumber)
    .option('--folds <number>', 'of the cross-validation', wholeNumber)
    .option('--seed <number>', 'of the search', wholeNumber)
    .option('--search <json>', 'the whole search as JSON, grids and all', jsonObject)
    .addOption(
      new Option('--leaks <policy>', 'what to do where one trivial rule predicts the label').choices([
        'refuse',
        'accept',
      ]),
    )
    .option('--no-wait', 'do not wait for the run; print its id')
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, options: TrainOptions, command: Command) =>
      start(command, async (invocation) => {
        const id = await train(invocation, file, options);
        return afterStart(invocation, { id, wait: options.wait });
      }),
    );
}

async function train(
  invocation: Invocation,
  file: string | undefined,
  options: TrainOptions,
): Promise<string> {
  const { schema, snapshot, leaks } = options;
  const search = searchOf(options);
  if (file !== undefined) {
    if (snapshot !== undefined || search !== undefined || leaks !== undefined)
      throw usageError(
        'with a file, only --schema and --no-wait: ingest it first, then train on its snapshot',
      );
    return uploadRun(invocation, { route: '/train', file, schema });
  }
  const { client, signal } = invocation;
  const body = {
    schema,
    from: 'training' as const,
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(search === undefined ? {} : { search }),
    ...(leaks === undefined ? {} : { leaks }),
  };
  const { id } = await unwrap(client.POST('/v1/runs', { body, signal, headers: idempotencyKey() }));
  return id;
}

/** Undefined where nothing was asked for: the training service has defaults. */
function searchOf(options: TrainOptions): SearchRequest | undefined {
  const { search, algorithms, strategy, candidates, folds, seed } = options;
  const asked = {
    ...search,
    ...(algorithms === undefined ? {} : { algorithms: algorithms.split(',').map((each) => each.trim()) }),
    ...(strategy === undefined ? {} : { strategy }),
    ...(candidates === undefined ? {} : { candidates }),
    ...(folds === undefined ? {} : { folds }),
    ...(seed === undefined ? {} : { seed }),
  };
  return Object.keys(asked).length === 0 ? undefined : (asked as SearchRequest);
}
