import { execFileSync } from 'node:child_process';

/**
 * Has the kernel refuse this process's writes beyond a size, as a full disk would. Linux only; undo it with
 * `unlimited`. Bytes.
 */
export function limitFileSize(bytes: string): void {
  execFileSync('prlimit', [`--fsize=${bytes}:unlimited`, '--pid', String(process.pid)]);
}
