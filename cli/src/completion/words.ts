import type { Command } from 'commander';

/** What may follow a command: its subcommands, arguments of a fixed set, and options. */
export interface CommandWords {
  /** The commands that lead here: `models compare`; empty for `weir` itself. */
  readonly path: string;
  readonly words: readonly string[];
}

/** The words of a program and all its commands, the program's own first. */
export function commandWords(program: Command): CommandWords[] {
  const globals = optionsOf(program);
  const of = (command: Command, path: string): CommandWords[] => {
    const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
    const names = command.commands.map((each) => each.name());
    const own = path === '' ? [] : optionsOf(command);
    return [
      { path, words: [...names, ...choices, ...own, ...globals] },
      ...command.commands.flatMap((each) => of(each, `${path} ${each.name()}`.trim())),
    ];
  };
  return of(program, '');
}

function optionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => long ?? []);
}
