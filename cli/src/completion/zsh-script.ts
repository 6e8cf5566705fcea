import { stateTables } from './bourne.js';
import type { CommandWords } from './words.js';

/** Works as an autoloaded file of `fpath` and when it is sourced. */
export function zshScript(commands: readonly CommandWords[]): string {
  const tables = stateTables(commands);
  const lines = (table: readonly string[]) => table.map((line) => `      ${line}`).join('\n');
  return `#compdef weir
# weir completion zsh > ~/.zfunc/_weir
_weir() {
  local at='' of='' known='' files='' word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$of" in
      '') ;;
      ${tables.variadic}) [[ $word == -* ]] || continue; of='' ;;
      *) of=''; continue ;;
    esac
    case "$at>$word" in
${lines(tables.walk)}
    esac
  done
  if [[ -z $of && $PREFIX == --*=* ]]; then
    word="\${PREFIX%%=*}"
    case "$at>$word" in
${lines(tables.walk)}
    esac
    [[ -n $of ]] && compset -P '*='
  fi
  case "$of" in ${tables.variadic}) [[ $PREFIX == -* ]] && of='' ;; esac
  if [[ -n $of ]]; then
    case "$of" in
${lines(tables.values)}
    esac
    case "$of" in ${tables.commas}) compset -P '*,' ;; esac
  elif [[ $PREFIX == -* ]]; then
    known='${tables.globals}'
    case "$at" in
${lines(tables.options)}
    esac
  else
    case "$at" in
${lines(tables.words)}
    esac
  fi
  local result=1
  [[ -n $known ]] && compadd -- \${=known} && result=0
  [[ -n $files ]] && _files && result=0
  return result
}
if [ "$funcstack[1]" = "_weir" ]; then _weir "$@"; else compdef _weir weir; fi
`;
}
