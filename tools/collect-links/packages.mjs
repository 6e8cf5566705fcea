// Fetches a package with the client of its registry and unpacks it; nothing of it is run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const CLIENTS = {
  npm: (spec) => ['npm', ['pack', '--silent', spec]],
  pypi: (spec) => [
    'pip',
    ['download', '-q', '--no-deps', '--only-binary=:all:', '--python-version', '3.14.2', '-d', '.', spec],
  ],
  deb: (spec) => ['apt-get', ['download', '-q', spec]],
  go: (spec) => ['go', ['mod', 'download', '-modcacherw', spec]],
};
const UNPACK = {
  '.tgz': ['tar', ['-xzf']],
  '.whl': ['unzip', ['-qo']],
  '.deb': ['dpkg-deb', ['-x']],
  '.zip': ['unzip', ['-qo']],
};

/** Downloads `spec` into a folder of its own below `cache` (once), unpacks it there, and returns the folder. */
export function fetchPackage({ client, spec }, cache) {
  const folder = join(cache, client, spec.replace(/[^\w.@-]+/g, '_'));
  const unpacked = join(folder, 'unpacked');
  try {
    readdirSync(unpacked);
    return unpacked;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const [command, flags] = CLIENTS[client](spec);
  const env = { ...process.env, GOMODCACHE: unpacked };
  execFileSync(command, flags, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  for (const name of readdirSync(folder)) unpack(join(folder, name), unpacked);
  for (const path of filesOf(unpacked, /\.recipes?\.zip$|builtin_recipes\.zip$/))
    unpack(path, join(unpacked, 'inner'));
  return unpacked;
}

function unpack(path, into) {
  const [command, flags] = UNPACK[path.slice(path.lastIndexOf('.'))] ?? [];
  if (command === undefined) return;
  mkdirSync(into, { recursive: true });
  const target = { tar: ['-C', into], unzip: ['-d', into], 'dpkg-deb': [into] }[command];
  execFileSync(command, [...flags, path, ...target], { stdio: ['ignore', 'ignore', 'ignore'] });
}

/** The paths below a folder that match, in the order of their names. */
export function filesOf(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path))
    .sort();
}

/** The metadata of the Python packages listed in a file, asked of pip in one go; nothing is installed. */
export function pythonMetadata(list, cache) {
  const report = join(cache, 'python.json');
  if (!existsSync(report)) {
    mkdirSync(cache, { recursive: true });
    const flags = ['--dry-run', '--ignore-installed', '--no-deps', '--quiet', '--report', report, '-r', list];
    execFileSync('pip', ['install', ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return JSON.parse(readFileSync(report, 'utf8')).install.map(({ metadata }) => metadata);
}

/** The fields `Homepage` of every package that apt knows, in order (run `apt-get update` first). */
export function debianHomepages() {
  const text = execFileSync('apt-cache', ['dumpavail'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  return [...text.matchAll(/^Homepage: *(\S+)$/gm)].map((match) => match[1]);
}

export const textOf = (path) => readFileSync(path, 'utf8');
