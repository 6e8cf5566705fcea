import type { CommandWords, OptionWords, ValueWords } from './words.js';

/** The body that bash and zsh share: both read `case`. Sets `at`, `of`, `known`, `several` and `files`. */
export function stateTables(commands: readonly CommandWords[]) {
  const values = commands.flatMap(valuesOf);
  return {
    /** Follows a word down the commands, or notes the option whose value comes next. */
    walk: [
      ...commands.filter(({ path }) => path !== '').map(({ path }) => `'${stateOf(path)}') at='${path}' ;;`),
      ...values.map(({ patterns, key }) => `${patterns}) of='${key}' ;;`),
    ],
    words: commands
      .filter(({ words, takesFile }) => words.length > 0 || takesFile)
      .map(({ path, words, takesFile }) => `'${path}') known='${words.join(' ')}'${filesIf(takesFile)} ;;`),
    options: commands
      .filter(({ path, options }) => path !== '' && options.length > 0)
      .map(({ path, options }) => `'${path}') known='${namesOf(options)} '$known ;;`),
    globals: namesOf(commands[0]?.options ?? []),
    values: values
      .filter(({ value }) => value.words.length > 0 || value.isFile)
      .map(({ key, value }) => `'${key}') known='${value.words.join(' ')}'${filesIf(value.isFile)} ;;`),
    variadic: keysOf(values, 'words'),
    commas: keysOf(values, 'commas'),
  };
}

interface OptionValue {
  readonly key: string;
  readonly patterns: string;
  readonly value: ValueWords;
}

function valuesOf({ path, options }: CommandWords): OptionValue[] {
  return options.flatMap(({ names, value }) => {
    if (value === undefined) return [];
    // The program's own may stand after any command.
    const patterns = names.map((name) => (path === '' ? `*'>${name}'` : `'${path}>${name}'`)).join(' | ');
    return [{ key: `${path}>${names[0]}`, patterns, value }];
  });
}

function keysOf(values: readonly OptionValue[], several: ValueWords['several']): string {
  return values
    .filter(({ value }) => value.several === several)
    .map(({ key }) => `'${key}'`)
    .join(' | ');
}

function stateOf(path: string): string {
  const cut = path.lastIndexOf(' ');
  return `${path.slice(0, Math.max(cut, 0))}>${path.slice(cut + 1)}`;
}

const namesOf = (options: readonly OptionWords[]) => options.flatMap(({ names }) => names).join(' ');
const filesIf = (takesFile: boolean) => (takesFile ? ' files=yes' : '');
