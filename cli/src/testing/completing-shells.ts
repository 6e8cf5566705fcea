import { execFileSync, spawnSync } from 'node:child_process';
import type { Shell } from '../completion/scripts.js';

export const isInstalled = (shell: Shell) => spawnSync(shell, ['-c', 'true']).status === 0;

export interface CompletingShell {
  readonly script: string;
  /** Where the shell stands: files are completed from there. */
  readonly folder: string;
}

/** What each line's last word is completed to by a real shell; where there is a choice, as far as all agree. */
export function completed(shell: Shell, lines: readonly string[], place: CompletingShell): string[] {
  return { bash, zsh, fish }[shell](lines, place);
}

/** Calls the function as readline would: `=` is a word of its own. */
function bash(lines: readonly string[], { script, folder }: CompletingShell): string[] {
  const complete = `. "$0"
for line; do
  line="\${line//=/ = }"
  read -ra COMP_WORDS <<< "$line"
  [[ $line == *" " ]] && COMP_WORDS+=('')
  COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
  _weir
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
  echo "\${COMPREPLY[*]}"
done`;
  return linesOf(execFileSync('bash', ['-c', complete, script, ...lines], { cwd: folder, encoding: 'utf8' }));
}

/**
 * Types into an interactive zsh on a terminal of its own, presses the tab, and reads the line back. What is waited for is
 * spelled otherwise where it is typed, since the terminal shows that as well.
 */
function zsh(lines: readonly string[], { script, folder }: CompletingShell): string[] {
  const type = `zmodload zsh/zpty
zpty shell "PS1= TERM=dumb zsh -f -i"
zpty -w shell 'unsetopt zle_bracketed_paste 2> /dev/null; LISTMAX=9999; setopt no_beep; autoload -Uz compinit; compinit -D -u; . '$1
zpty -w shell 'told() { print -r -- "<\${:-line}: $BUFFER>"; BUFFER=; zle -R }; zle -N told; bindkey "^T" told; print -r -- "<\${:-ready}>"'
zpty -r shell answer '*<ready>*'
for line in "\${@:2}"; do
  zpty -w -n shell "$line"$'\\t\\x14'
  zpty -r shell answer '*<line: *>*'
  answer="\${answer##*<line: }"
  print -r -- "\${answer%%>*}"
done
zpty -d shell`;
  const options = { cwd: folder, encoding: 'utf8' as const, timeout: 20_000 };
  const typed = execFileSync('zsh', ['-f', '-c', type, 'zsh', script, ...lines], options);
  return linesOf(typed).map((line) => lastWord(line));
}

function fish(lines: readonly string[], { script, folder }: CompletingShell): string[] {
  const ask = `source $argv[1]
for line in $argv[2..-1]
  echo (complete -C "$line" | string replace -r '\\t.*' '')
end`;
  const options = { cwd: folder, encoding: 'utf8' as const };
  const told = execFileSync('fish', ['--no-config', '-c', ask, script, ...lines], options);
  return linesOf(told).map((line) => line.split(' ').map(lastWord).join(' '));
}

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');
/** Of `weir check --fail-on=malicious `: `malicious`. */
const lastWord = (line: string) =>
  line
    .trimEnd()
    .replace(/^.* /, '')
    .replace(/^--[^=]*=/, '');
