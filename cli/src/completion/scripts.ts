import type { CommandWords } from './words.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes `weir` in a shell; nothing is run while one types. Words are plain: letters, digits, hyphens. */
export function completionScript(shell: Shell, commands: readonly CommandWords[]): string {
  return { bash, zsh, fish }[shell](commands);
}

/** Follows the words typed so far down the commands, as far as they go. */
function walk(commands: readonly CommandWords[], indent: string): string {
  return commands
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const cut = path.lastIndexOf(' ');
      const state = `${path.slice(0, Math.max(cut, 0))}>${path.slice(cut + 1)}`;
      return `${indent}'${state}') at='${path}' ;;`;
    })
    .join('\n');
}

function words(commands: readonly CommandWords[], indent: string, line: (words: string) => string): string {
  return commands.map(({ path, words: all }) => `${indent}'${path}') ${line(all.join(' '))} ;;`).join('\n');
}

function bash(commands: readonly CommandWords[]): string {
  return `# weir completion bash > ~/.local/share/bash-completion/completions/weir
_weir() {
  local at='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at>$word" in
${walk(commands, '      ')}
    esac
  done
  local words=''
  case "$at" in
${words(commands, '    ', (all) => `words='${all}'`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _weir weir
`;
}

function zsh(commands: readonly CommandWords[]): string {
  return `#compdef weir
# weir completion zsh > "\${fpath[1]}/_weir"
_weir() {
  local at='' word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at>$word" in
${walk(commands, '      ')}
    esac
  done
  case "$at" in
${words(commands, '    ', (all) => `compadd -- ${all}`)}
  esac
  _files
}
if [ "$funcstack[1]" = "_weir" ]; then _weir "$@"; else compdef _weir weir; fi
`;
}

function fish(commands: readonly CommandWords[]): string {
  const lines = commands.map(
    ({ path, words: all }) => `complete -c weir -n 'test (__weir_at) = "${path}"' -a '${all.join(' ')}'`,
  );
  const states = commands
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const cut = path.lastIndexOf(' ');
      return `      case '${path.slice(0, Math.max(cut, 0))}>${path.slice(cut + 1)}'\n        set at '${path}'`;
    });
  return `# weir completion fish > ~/.config/fish/completions/weir.fish
function __weir_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    switch "$at>$word"
${states.join('\n')}
    end
  end
  echo "$at"
end
${lines.join('\n')}
`;
}
