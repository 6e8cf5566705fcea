#!/usr/bin/env node
// `npm run test:onnx`: exported models against ONNX Runtime, which is installed on its own for this (288 MB).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runtime = fileURLToPath(new URL('../tools/onnx-runtime', import.meta.url));

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) process.stderr.write(`${command}: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(`${runtime}/node_modules/onnxruntime-node`)) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], runtime);
}
run('npx', ['nx', 'run', '@weir/model-exchange:build'], root);
run('npx', ['vitest', 'run', '--config', 'vitest.onnx.config.ts', ...process.argv.slice(2)], root);
