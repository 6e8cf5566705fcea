// The broker's process, where it runs on this machine: Linux only, and only what this user may look at.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** The id of the process that listens on the port of the first broker, or `undefined`. */
export function brokerProcess(brokers) {
  const port = Number(brokers.split(',')[0].split(':').at(-1));
  const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listenersOf(table, port)));
  if (sockets.size === 0) return undefined;
  const pids = attempt(() => readdirSync('/proc'), []).filter((name) => /^\d+$/.test(name));
  return pids.map(Number).find((pid) => holds(pid, sockets));
}

/** Links of the sockets that listen on the port, as they stand in /proc/<pid>/fd. */
function listenersOf(table, port) {
  const lines = attempt(() => readFileSync(`/proc/net/${table}`, 'utf8'), '')
    .trim()
    .split('\n')
    .slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local, , state]) => state === LISTENING && Number.parseInt(local.split(':').at(-1), 16) === port,
    )
    .map((fields) => `socket:[${fields[9]}]`);
}

function holds(pid, sockets) {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).some((name) =>
    sockets.has(attempt(() => readlinkSync(`${folder}/${name}`), '')),
  );
}

/** Processes end and are others' while one looks. */
function attempt(look, otherwise) {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
