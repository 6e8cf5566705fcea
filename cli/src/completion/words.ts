import type { Command, Option } from 'commander';
import { DEFAULT_COMMAND } from '../command-line/default-list.js';
import { USUAL_VALUES } from './usual-values.js';

/** What may follow a command: its subcommands and arguments of a fixed set, and its options. */
export interface CommandWords {
  /** The commands that lead here: `models compare`; empty for `weir` itself. */
  readonly path: string;
  readonly words: readonly string[];
  /** Whether an argument is a file. */
  readonly takesFile: boolean;
  /** Those of `weir` itself may follow every command. */
  readonly options: readonly OptionWords[];
}

export interface OptionWords {
  /** `--output`, and `-o` where there is a short one. */
  readonly names: readonly string[];
  /** Absent for a flag. */
  readonly value?: ValueWords;
}

export interface ValueWords {
  /** Those known; empty where it may be anything. */
  readonly words: readonly string[];
  readonly isFile: boolean;
  /** How several are given, where they can be: as `a,b`, or as words of their own. */
  readonly several?: 'commas' | 'words';
}

/** The words of a program and all its commands, the program's own first. */
export function commandWords(program: Command): CommandWords[] {
  const of = (command: Command, path: string): CommandWords[] => [
    {
      path,
      words: [
        ...command.commands.map((each) => each.name()),
        ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ],
      takesFile: command.registeredArguments.some((each) => each.name() === 'file'),
      options: optionsOf(command),
    },
    ...command.commands.flatMap((each) => of(each, `${path} ${each.name()}`.trim())),
  ];
  return of(program, '');
}

function optionsOf(command: Command): OptionWords[] {
  // What a group takes for the command that it stands for as well: `weir runs --limit 5`.
  const meant = command.commands.find((each) => each.name() === DEFAULT_COMMAND);
  const isProgram = command.parent === null;
  return [
    ...[...command.options, ...(meant?.options ?? [])].map(optionWords),
    ...(isProgram ? [{ names: ['--help', '-h'] }] : []),
  ];
}

function optionWords(option: Option): OptionWords {
  const names = [option.long, option.short].filter((name) => name !== undefined);
  if (!option.required) return { names };
  const several = severalOf(option);
  const value: ValueWords = {
    words: option.argChoices ?? USUAL_VALUES[option.long ?? ''] ?? [],
    isFile: /<(file|path)>$/.test(option.flags),
    ...(several === undefined ? {} : { several }),
  };
  return { names, value };
}

function severalOf({ variadic, flags }: Option): ValueWords['several'] {
  if (variadic) return 'words';
  return flags.endsWith('<names>') ? 'commas' : undefined;
}
