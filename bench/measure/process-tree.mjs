import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;
const EVERY_MS = 200;

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
    peakMb = Math.max(peakMb, (pids.length === 1 ? highestOf(pid) : heldTogether(pids)) / 1024);
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return {
    /** Call when the process has ended, with what it said last of itself: it may have grown since the last look. */
    stop(own = { peakMb: 0, cpuSeconds: 0 }) {
      clearInterval(timer);
      cpu.set(pid, Math.max(cpu.get(pid), own.cpuSeconds));
      return { peakMb: Math.max(peakMb, own.peakMb), cpuSeconds: sum([...cpu.values()]) };
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

/** Lines of /proc/<pid>/status, in kB. */
function statusOf(pid, names) {
  const status = read(`/proc/${pid}/status`);
  return names.map((name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0));
}

function highestOf(pid) {
  const [highest] = statusOf(pid, ['VmHWM']);
  return highest;
}

/**
 * Each one's own pages, and the most that one of them has mapped from files: they map the same ones. The exact figure
 * (smaps_rollup) makes the kernel walk every page, which takes an eighth of a core from those that are watched.
 */
function heldTogether(pids) {
  const each = pids.map((pid) => statusOf(pid, ['RssAnon', 'RssFile', 'RssShmem']));
  return sum(each.map(([own]) => own)) + Math.max(...each.map(([, files, shared]) => files + shared));
}

function cpuSecondsOf(pid) {
  // The name, in brackets, may hold spaces: count from its end. utime and stime are the 14th and 15th field.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ');
  return fields.length < 13 ? undefined : (Number(fields[11]) + Number(fields[12])) / TICKS;
}
