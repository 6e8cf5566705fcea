#!/usr/bin/env node
// Builds the web page where it is missing or older than what it is made of; does nothing otherwise. Types are checked by
// `npm run build`, not here: whoever starts Weir waits for this.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'services', 'gateway', 'web');
const built = join(web, 'dist', 'index.html');
/** All that a change of which shows on the page. */
const SOURCES = [
  join(web, 'src'),
  join(web, 'index.html'),
  join(web, 'vite.config.ts'),
  join(web, 'package.json'),
  join(root, 'libs', 'client', 'src'),
  join(root, 'libs', 'url-features', 'src', 'display'),
  join(root, 'package-lock.json'),
];
/** Packages of this project that the page is bundled with. */
const LIBRARIES = ['libs/client', 'libs/url-features'];

export function isPageCurrent() {
  return existsSync(built) && Math.max(...SOURCES.map(newest)) <= statSync(built).mtimeMs;
}

/** Throws where the build fails; its output is on the terminal by then. */
export function buildPage() {
  if (isPageCurrent()) return;
  runNode([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', ...LIBRARIES], root);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  runNode([vite, 'build', '--logLevel', 'warn'], web);
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function runNode(parameters, cwd) {
  const { status, error } = spawnSync(process.execPath, parameters, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error !== undefined || status !== 0)
    throw new Error(`The page could not be built${error === undefined ? '' : `: ${error.message}`}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildPage();
