import { readFileSync } from 'node:fs';
import { EXIT } from './exit-codes.js';
import { run } from './run.js';

const abort = new AbortController();
process.once('SIGINT', () => {
  abort.abort(new Error('interrupted'));
  process.stdin.destroy();
  // A second Ctrl-C ends at once; so does whatever does not look at the first.
  setTimeout(() => process.exit(EXIT.interrupted), 2_000).unref();
});
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read has seen enough: `| head`.
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  out: process.stdout,
  notes: process.stderr,
  environment: process.env,
  signal: abort.signal,
  version,
});
process.exitCode = exitCode;
// An input that is still open must not keep the process.
process.stdin.destroy();
if (abort.signal.aborted) process.exit(exitCode);
