import type { Command } from 'commander';
import { usageError } from '../errors/cli-error.js';

export const DEFAULT_COMMAND = 'list';

/** The command that lists, which is also what the bare name of its group does. A mistyped sibling is told by name. */
export function defaultList(group: Command, description: string): Command {
  return group
    .command(DEFAULT_COMMAND, { isDefault: true })
    .description(description)
    .allowExcessArguments()
    .hook('preAction', (_, list) => {
      const [stray] = list.args;
      if (stray === undefined) return;
      const known = group.commands.map((each) => each.name()).join(', ');
      throw usageError(`there is no "${group.name()} ${stray}"; there are ${known}`);
    });
}
