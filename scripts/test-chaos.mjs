#!/usr/bin/env node
// `npm run test:chaos`: inference under faults on real servers; `--help` tells the options. The harness is TypeScript, which
// Node 20 does not read by itself: Vite's module runner does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../e2e/chaos/main.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
try {
  process.exit(await module.main(process.argv.slice(2)));
} catch (error) {
  // The run itself failed, not what it judges.
  console.error(error);
  process.exit(3);
}
