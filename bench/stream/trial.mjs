// One side at its work: started on empty topics, warmed up, then all events at once.
import { watchTree } from '../measure/process-tree.mjs';
import { stop } from '../measure/processes.mjs';
import { brokerProcess } from './broker-process.mjs';
import { hold, publish } from './feed.mjs';
import { EVENTS, WARM_UP } from './settings.mjs';
import { groupOf, SIDES, startSide } from './sides.mjs';
import { emptyTopics, forgetGroup, handled, shared } from './topics.mjs';
import { readVerdicts } from './verdicts.mjs';

/** After the feed, so that the broker has written what it was given before the clock runs. */
const CALM_MS = 1_000;
const STOP_MS = 30_000;
const END = WARM_UP + EVENTS;

/** The side's figures over its `EVENTS`, CPU in seconds a million events. */
export async function measureSide(admin, environment, name) {
  return withSide(admin, environment, name, (side) => side.burst());
}

/** Starts a side, hands it to `work`, and stops it. `burst` measures its highest rate, once. */
export async function withSide(admin, environment, name, work) {
  const group = groupOf(name);
  const children = [];
  await forgetGroup(admin, group);
  await emptyTopics(admin);
  try {
    await startSide(name, group, environment, children);
    await shared(admin, group, SIDES[name].processes, children);
    await publish(0, WARM_UP);
    await handled(admin, group, WARM_UP, children);
    return await work({ children, burst: () => burst(admin, group, children) });
  } finally {
    await Promise.all(children.map(stopInTime));
  }
}

/** One that does not end when told to must not hold up the others. */
async function stopInTime(child) {
  const patience = setTimeout(() => stop(child, 'SIGKILL'), STOP_MS);
  await stop(child);
  clearTimeout(patience);
}

async function burst(admin, group, children) {
  const held = await hold(WARM_UP, END);
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  const used = watchCpu(children);
  const released = Date.now();
  await held.release();
  await handled(admin, group, END, children);
  const cpu = used();
  return { ...(await readVerdicts(WARM_UP, END, released)), ...perMillion(cpu, EVENTS) };
}

/** Seconds of CPU from now on, of the processes together and of the broker: call what it gives for what they used. */
export function watchCpu(children) {
  const broker = brokerProcess(process.env.KAFKA_BROKERS);
  const look = () => ({
    cpu: children.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0),
    ...(broker === undefined ? {} : { brokerCpu: cpuSecondsOf(broker) }),
  });
  const before = look();
  return () => {
    const after = look();
    return Object.fromEntries(Object.entries(after).map(([name, seconds]) => [name, seconds - before[name]]));
  };
}

function cpuSecondsOf(pid) {
  return watchTree(pid).stop().cpuSeconds;
}

function perMillion(seconds, events) {
  return Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, (value * 1e6) / events]));
}
