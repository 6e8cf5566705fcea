import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;
const EVERY_MS = 100;

/**
 * Watches a process and all it starts (Linux only): highest memory in MB at any one time, and seconds of CPU.
 * One process counts by its own high-water mark; several by what they hold together, shared pages once.
 */
export function watchTree(pid) {
  const cpu = new Map();
  let peakMb = 0;
  const look = () => {
    const pids = treeOf(pid);
    for (const each of pids) cpu.set(each, cpuSecondsOf(each) ?? cpu.get(each) ?? 0);
    const memory = pids.length === 1 ? field(pid, 'status', 'VmHWM') : sum(pids.map(proportionalOf));
    peakMb = Math.max(peakMb, memory / 1024);
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return {
    /** Call when the process has ended. */
    stop() {
      clearInterval(timer);
      return { peakMb, cpuSeconds: sum([...cpu.values()]) };
    },
  };
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended in the meantime.
    return '';
  }
}

function treeOf(pid) {
  let threads = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [pid];
  }
  const children = threads.flatMap(
    (thread) => read(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? [],
  );
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

/** A line of a file in /proc/<pid>, in kB. */
function field(pid, file, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/${file}`))?.[1] ?? 0);
}

const proportionalOf = (pid) => field(pid, 'smaps_rollup', 'Pss');

function cpuSecondsOf(pid) {
  // The name, in brackets, may hold spaces: count from its end. utime and stime are the 14th and 15th field.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ');
  return fields.length < 13 ? undefined : (Number(fields[11]) + Number(fields[12])) / TICKS;
}
