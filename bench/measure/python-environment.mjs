import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './processes.mjs';

const LIST_PACKAGES = `
import importlib.metadata, json, platform, sys
def version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
json.dump({'version': platform.python_version(), 'packages': {name: version(name) for name in sys.argv[1:]}}, sys.stdout)
`;

/**
 * The Python that a part is measured with: `WEIR_BENCH_PYTHON` where set, else that of a virtual environment made from
 * bench/<part>/python/requirements.txt on first use. Throws where there is neither Python nor a package to be had.
 */
export function pythonEnvironment(part = 'learning') {
  const requirements = join(ROOT, 'bench', part, 'python', 'requirements.txt');
  const given = process.env.WEIR_BENCH_PYTHON;
  const python = given ?? ownPython(part, requirements);
  const pinned = readPinned(requirements);
  const listed = run(python, ['-c', LIST_PACKAGES, ...Object.keys(pinned)], `cannot run ${python}`);
  const { version, packages } = JSON.parse(listed);
  const different = Object.keys(pinned).filter((name) => packages[name] !== pinned[name]);
  if (different.length > 0) {
    const found = different.map((name) => `${name} ${packages[name] ?? 'missing'} (not ${pinned[name]})`);
    process.stdout.write(`Note: ${python} has ${found.join(', ')}\n`);
  }
  return { python, version, packages };
}

function readPinned(requirements) {
  const lines = readFileSync(requirements, 'utf8').split('\n');
  return Object.fromEntries(lines.filter((line) => line.includes('==')).map((line) => line.split('==')));
}

function ownPython(part, requirements) {
  const folder = join(
    ROOT,
    'node_modules',
    '.cache',
    part === 'learning' ? 'weir-bench-venv' : `weir-bench-${part}-venv`,
  );
  // A copy of the requirements that the environment was made from.
  const madeFrom = join(folder, 'requirements.txt');
  const python = join(folder, 'bin', 'python');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === wanted) return python;
  process.stdout.write(`Making a Python environment in ${folder} (once, a minute or so)\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('python3', ['-m', 'venv', folder], 'python3 with its venv module is needed (3.11 or later)');
  run(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements], 'pip could not install the packages');
  writeFileSync(madeFrom, wanted);
  return python;
}

function run(command, parameters, complaint) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status === 0) return stdout;
  const cause = (error?.message ?? stderr).trim().split('\n').slice(-3).join('\n');
  throw new Error(
    `${complaint}; or name a ready Python in WEIR_BENCH_PYTHON (see bench/README.md).\n${cause}`,
  );
}
