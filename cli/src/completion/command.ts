import { Argument, type Command } from 'commander';
import type { Start } from '../program.js';
import { completionScript, SHELLS, type Shell } from './scripts.js';
import { commandWords } from './words.js';

const EXAMPLES = `
Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  weir completion bash > ~/.local/share/bash-completion/completions/weir

  mkdir -p ~/.zfunc                      and in ~/.zshrc, before compinit: fpath=(~/.zfunc $fpath)
  weir completion zsh > ~/.zfunc/_weir

  weir completion fish > ~/.config/fish/completions/weir.fish

Without bash-completion: eval "$(weir completion bash)" in ~/.bashrc. It is for new shells.`;

export function addCompletion(program: Command, start: Start): void {
  program
    .command('completion')
    .summary('complete words in your shell')
    .description('Print a script that completes weir’s commands and options in your shell.')
    .addArgument(new Argument('<shell>', 'which').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell, _: object, command: Command) =>
      start(command, ({ output }) => output.write(completionScript(shell, commandWords(program)))),
    );
}
