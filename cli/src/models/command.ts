import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultList } from '../command-line/default-list.js';
import { wholeNumber } from '../command-line/list-options.js';
import type { Start } from '../program.js';
import { promote, rollback } from './aliases.js';
import { compare } from './compare.js';
import { download, FORMATS } from './download.js';
import { listModels, showModel } from './show.js';

const EXAMPLES = `
Examples:
  weir models                                    every model, its champion and newest version
  weir models show uci-30                        its versions
  weir models compare uci-30 1 champion          metrics and parameters side by side
  weir models promote uci-30 2 --reason "fewer false alarms"
  weir models download uci-30 champion --format onnx -o uci-30.onnx`;

interface PromoteOptions {
  readonly alias: string;
  readonly reason?: string;
  readonly ifRevision?: number;
}

interface DownloadOptions {
  readonly format: string;
  readonly output?: string;
}

export function addModels(program: Command, start: Start): void {
  const models = program
    .command('models')
    .summary('list, compare, promote and download models')
    .description('Models: versions, metrics, which one serves.')
    .addHelpText('after', EXAMPLES);
  defaultList(models, 'list models').action((_: object, command: Command) => start(command, listModels));
  models
    .command('show')
    .description('show a model’s versions, or one version')
    .argument('<name>')
    .argument('[version]', 'a number or an alias')
    .action((name: string, version: string | undefined, _: object, command: Command) =>
      start(command, (each) => showModel(each, name, version)),
    );
  models
    .command('compare')
    .description('compare two versions')
    .argument('<name>')
    .argument('<a>', 'a number or an alias')
    .argument('<b>', 'a number or an alias')
    .action((name: string, a: string, b: string, _: object, command: Command) =>
      start(command, (each) => compare(each, { name, a, b })),
    );
  addChanges(models, start);
  models
    .command('download')
    .description('take a version elsewhere')
    .argument('<name>')
    .argument('<version>', 'a number or an alias')
    .addOption(new Option('--format <name>', 'of which kind').choices(FORMATS).default('safetensors'))
    .option('-o, --output <file>', 'write it there; - is standard output (default: a name of its own)')
    .action((name: string, version: string, options: DownloadOptions, command: Command) =>
      start(command, (each) => download(each, { name, version, ...options })),
    );
}

function addChanges(models: Command, start: Start): void {
  models
    .command('promote')
    .description('let a version serve')
    .argument('<name>')
    .argument('<version>', 'its number', versionNumber)
    .option('--alias <name>', 'champion or challenger', 'champion')
    .option('--reason <text>', 'why; kept with the alias')
    .option('--if-revision <number>', 'only if nobody moved the alias since this revision', wholeNumber)
    .action((name: string, version: number, options: PromoteOptions, command: Command) =>
      start(command, (each) => promote(each, { name, version, ...options })),
    );
  models
    .command('rollback')
    .description('go back to the champion before')
    .argument('<name>')
    .option('--reason <text>', 'why; kept with the alias')
    .action((name: string, options: { readonly reason?: string }, command: Command) =>
      start(command, (each) => rollback(each, { name, ...options })),
    );
}

function versionNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('A version is a whole number from 1.');
}
