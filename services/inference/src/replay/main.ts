import { runReplay } from './run-replay.js';

process.exitCode = await runReplay(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  problem: (text) => process.stderr.write(text),
});
