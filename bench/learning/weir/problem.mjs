import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `withProblem` wrote: its settings, and the first `rows` rows in shared memory, as Weir's services hold them. */
export function readProblem() {
  const file = process.argv[2];
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  const { rows, columns, classes } = settings;
  const read = (name, length) => readInto(join(dirname(file), name), new SharedArrayBuffer(length * 4));
  return {
    ...settings,
    words: process.argv.slice(3),
    data: {
      matrix: { rows, columns, values: new Float32Array(read('values.f32', rows * columns)) },
      labels: new Int32Array(read('labels.i32', rows)),
      classes,
    },
  };
}

/** Straight to its place: a copy on the way would count as memory of the fit. */
function readInto(file, buffer) {
  const descriptor = openSync(file);
  const bytes = new Uint8Array(buffer);
  for (let at = 0; at < bytes.length; ) {
    const length = readSync(descriptor, bytes, at, Math.min(2 ** 26, bytes.length - at), at);
    if (length === 0) throw new Error(`${file} ends after ${at} bytes`);
    at += length;
  }
  closeSync(descriptor);
  return buffer;
}

export const secondsSince = (begun) => (performance.now() - begun) / 1000;

/** What this process took so far: highest resident memory in MB, and seconds of CPU. */
function ownUsage() {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { peakMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
}

/** Prints the result, which ends the side. */
export function answer(result) {
  process.stdout.write(`${JSON.stringify({ ...result, own: ownUsage() })}\n`, () => process.exit(0));
}
