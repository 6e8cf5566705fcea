import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

const readme = () => readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The README's first JSON block. */
export function readmeJson(): unknown {
  return JSON.parse(/```json\n(.*?)```/s.exec(readme())?.[1] ?? '');
}

/** The README's shell lines that use a command, in their order. */
export function readmeCommands(command: string): string[] {
  const blocks = [...readme().matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '');
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.split(/[|\s]+/).includes(command));
}

/** Runs a line in a shell and gives what it prints. Throws if it fails. */
export function runShell(line: string): string {
  return execFileSync('sh', ['-c', line], { encoding: 'utf8', timeout: 60_000, maxBuffer: MAX_OUTPUT_BYTES });
}

/** Whether a command is on the PATH. */
export function hasCommand(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
