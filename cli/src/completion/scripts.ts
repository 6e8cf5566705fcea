import { bashScript } from './bash-script.js';
import { fishScript } from './fish-script.js';
import type { CommandWords } from './words.js';
import { zshScript } from './zsh-script.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes `weir` in a shell; nothing is run while one types. Words are plain: letters, digits, hyphens. */
export function completionScript(shell: Shell, commands: readonly CommandWords[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}
