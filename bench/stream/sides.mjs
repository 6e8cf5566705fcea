// Who is measured: raw echoes of the two client libraries, and Weir's inference service as it can be configured.
import { freePort, start, stop, until } from '../measure/processes.mjs';
import { INPUT, OUTPUT } from './topics.mjs';

const INFERENCE_GROUP = 'weir-inference';
const READY_SECONDS = 120;

const echo = (script, processes = 1) => ({ echo: script, processes });
const weir = (client, delivery, processes = 1) => ({
  variables: { WEIR_KAFKA_CLIENT: client, WEIR_DELIVERY: delivery },
  processes,
});

/** By name; in the order they take their turns. */
export const SIDES = {
  echo: { label: 'raw kafkajs echo', ...echo('kafkajs') },
  'echo-platformatic': { label: 'raw @platformatic/kafka echo', ...echo('platformatic') },
  weir: { label: 'Weir, kafkajs', ...weir('kafkajs', 'at-least-once') },
  'weir-platformatic': { label: 'Weir, @platformatic/kafka', ...weir('platformatic', 'at-least-once') },
  'weir-exactly-once': { label: 'Weir, kafkajs, exactly once', ...weir('kafkajs', 'exactly-once') },
  'weir-platformatic-exactly-once': {
    label: 'Weir, @platformatic/kafka, exactly once',
    ...weir('platformatic', 'exactly-once'),
  },
  'echo-2': { label: 'raw kafkajs echo, two processes', ...echo('kafkajs', 2) },
  'weir-2': { label: 'Weir, kafkajs, two processes', ...weir('kafkajs', 'at-least-once', 2) },
};

/** The sides of these names, or all; throws where there is none of a name. */
export function chosenSides(names = Object.keys(SIDES)) {
  const unknown = names.find((name) => !Object.hasOwn(SIDES, name));
  if (unknown !== undefined)
    throw new Error(`BENCH_SIDES: there is no "${unknown}"; there are ${Object.keys(SIDES).join(', ')}`);
  return names;
}

/**
 * The consumer group of a side. An echo gets a new one each time: it ends without leaving, and would be waited for.
 * Weir's has one name, and must be forgotten before the next.
 */
export function groupOf(name) {
  return SIDES[name].echo === undefined ? INFERENCE_GROUP : `bench-${name}-${Date.now()}`;
}

/** Starts the processes of a side, which it adds to `children` one by one: who fails half-way stops them all the same. */
export async function startSide(name, group, environment, children) {
  const { echo: script, variables, processes } = SIDES[name];
  for (let nth = 0; nth < processes; nth++) {
    const child =
      script === undefined ? startInference({ ...environment, ...variables }) : startEcho(script, group);
    children.push(await child);
  }
}

function startEcho(script, group) {
  return start(process.execPath, [`bench/stream/echo/${script}.mjs`, group, INPUT, OUTPUT]);
}

async function startInference(environment) {
  const port = await freePort();
  // As Compose and the manifests start it.
  const child = start(process.execPath, ['--max-semi-space-size=32', 'services/inference/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port) },
  });
  await readyOrStopped(
    child,
    'inference',
    async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok,
  );
  return child;
}

/** Waits for a process; where it does not come, it is stopped. */
async function readyOrStopped(child, what, ask) {
  try {
    await until(what, ask, { child, seconds: READY_SECONDS });
  } catch (error) {
    await stop(child, 'SIGKILL');
    throw new Error(`${error.message}; it said last: ${child.output.slice(-600)}`, { cause: error });
  }
}

/** The training service registers the starter model, then it is not needed any more. */
export async function registerStarter(environment) {
  const port = await freePort();
  const training = start(process.execPath, ['services/training/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port) },
  });
  await readyOrStopped(training, 'the starter model', async () =>
    training.output.includes('the starter model is champion'),
  );
  await stop(training);
}
