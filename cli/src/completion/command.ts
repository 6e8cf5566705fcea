import { Argument, type Command } from 'commander';
import type { Start } from '../program.js';
import { completionScript, SHELLS, type Shell } from './scripts.js';
import { commandWords } from './words.js';

const EXAMPLES = `
Examples:
  weir completion bash > ~/.local/share/bash-completion/completions/weir
  weir completion zsh > "\${fpath[1]}/_weir"
  weir completion fish > ~/.config/fish/completions/weir.fish`;

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
