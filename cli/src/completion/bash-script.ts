import { stateTables } from './bourne.js';
import type { CommandWords } from './words.js';

/** For bash 3.2 and newer. Readline breaks `--fail-on=x` into three words. */
export function bashScript(commands: readonly CommandWords[]): string {
  const tables = stateTables(commands);
  const lines = (table: readonly string[]) => table.map((line) => `      ${line}`).join('\n');
  return `# weir completion bash > ~/.local/share/bash-completion/completions/weir
_weir() {
  local at='' of='' known='' files='' before='' word cur="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  # After a redirection stands a file.
  case "\${COMP_WORDS[COMP_CWORD-1]}" in *[\\<\\>]) return ;; esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [ "$word" = = ] && continue
    case "$of" in
      '') ;;
      ${tables.variadic}) [ "\${word:0:1}" = - ] || continue; of='' ;;
      *) of=''; continue ;;
    esac
    case "$at>$word" in
${lines(tables.walk)}
    esac
  done
  [ "$cur" = = ] && cur=''
  case "$of" in ${tables.variadic}) [ "\${cur:0:1}" = - ] && of='' ;; esac
  if [ -n "$of" ]; then
    case "$of" in
${lines(tables.values)}
    esac
    case "$of" in ${tables.commas}) before="\${cur%"\${cur##*,}"}" ;; esac
  elif [ "\${cur:0:1}" = - ]; then
    known='${tables.globals}'
    case "$at" in
${lines(tables.options)}
    esac
  else
    case "$at" in
${lines(tables.words)}
    esac
  fi
  COMPREPLY=($(compgen -P "$before" -W "$known" -- "\${cur#"$before"}"))
  [ -n "$files" ] || compopt +o default 2> /dev/null
}
complete -o default -F _weir weir
`;
}
