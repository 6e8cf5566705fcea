import type { CommandWords, OptionWords, ValueWords } from './words.js';

/** For fish 3.0 and newer, which reads `--fail-on=x` and short options by itself. */
export function fishScript(commands: readonly CommandWords[]): string {
  return `# weir completion fish > ~/.config/fish/completions/weir.fish
# The command that the words so far lead to, and the option whose values are being given.
function __weir_state
  set -l at ''
  set -l of ''
  set -l words (commandline -opc)
  set -e words[1]
  for word in $words
    switch "$of"
      case ''
${variadic(commands)}
      case '*'
        set of ''
        continue
    end
    switch "$at>$word"
${walk(commands)}
    end
  end
  echo "$at"
  echo "$of"
end
function __weir_at
  test (__weir_state)[1] = "$argv"
end
function __weir_of
  test (__weir_state)[2] = "$argv"
end
# Values that are given as a,b.
function __weir_list
  set -l before (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '^.*,')
  printf '%s\\n' "$before"$argv
end
complete -c weir -f
${commands.flatMap(completions).join('\n')}
`;
}

function walk(commands: readonly CommandWords[]): string {
  const steps = commands
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const cut = path.lastIndexOf(' ');
      return `      case '${path.slice(0, Math.max(cut, 0))}>${path.slice(cut + 1)}'\n        set at '${path}'`;
    });
  const options = commands.flatMap(({ path, options }) =>
    options
      .filter(({ value }) => value !== undefined)
      .map(({ names }) => {
        const cases = names.map((name) => `'${path === '' ? '*' : path}>${name}'`).join(' ');
        return `      case ${cases}\n        set of '${path}>${names[0]}'`;
      }),
  );
  return [...steps, ...options].join('\n');
}

function variadic(commands: readonly CommandWords[]): string {
  return commands
    .flatMap(({ path, options }) => options.filter(isVariadic).map(({ names }) => `${path}>${names[0]}`))
    .map(
      (key) => `      case '${key}'\n        string match -q -- '-*' $word; or continue\n        set of ''`,
    )
    .join('\n');
}

function completions({ path, words, takesFile, options }: CommandWords): string[] {
  const here = `complete -c weir -n '__weir_at ${path === '' ? '""' : path}'`;
  return [
    ...(words.length === 0 ? [] : [`${here} -a '${words.join(' ')}'`]),
    ...(takesFile ? [`${here} -F`] : []),
    ...options.flatMap((option) => [
      `${path === '' ? 'complete -c weir' : here}${option.names.map(flag).join('')}${valueFlags(option.value)}`,
      ...(isVariadic(option)
        ? [
            `complete -c weir -n '__weir_of "${path}>${option.names[0]}"' -a '${option.value?.words.join(' ')}'`,
          ]
        : []),
    ]),
  ];
}

function flag(name: string): string {
  return name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`;
}

function valueFlags(value: ValueWords | undefined): string {
  if (value === undefined) return '';
  if (value.isFile) return ' -r -F';
  if (value.words.length === 0) return ' -x';
  const words = value.words.join(' ');
  return ` -x -a '${value.several === 'commas' ? `(__weir_list ${words})` : words}'`;
}

const isVariadic = ({ value }: OptionWords) => value?.several === 'words';
