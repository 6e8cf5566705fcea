// Who is measured: raw echoes of the two client libraries, and Weir's inference service as it can be configured.
import { freePort, start, stop, until } from '../measure/processes.mjs';
import { INPUT, OUTPUT } from './topics.mjs';

const INFERENCE_GROUP = 'weir-inference';

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

/** Starts a side's processes: they, and the consumer group they share. */
export async function startSide(name, environment) {
  const { echo: script, variables, processes } = SIDES[name];
  const group = script === undefined ? INFERENCE_GROUP : `bench-${name}`;
  const children = [];
  for (let nth = 0; nth < processes; nth++)
    children.push(
      script === undefined
        ? await startInference({ ...environment, ...variables })
        : startEcho(script, group),
    );
  return { group, children };
}

function startEcho(script, group) {
  return start(process.execPath, [`bench/stream/echo/${script}.mjs`, group, INPUT, OUTPUT]);
}

async function startInference(environment) {
  const port = await freePort();
  const child = start(process.execPath, ['services/inference/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port) },
  });
  await until('inference', async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok, { child });
  return child;
}

/** The training service registers the starter model, then it is not needed any more. */
export async function registerStarter(environment) {
  const port = await freePort();
  const training = start(process.execPath, ['services/training/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port) },
  });
  await until('the starter model', async () => training.output.includes('the starter model is champion'), {
    child: training,
    seconds: 60,
  });
  await stop(training);
}
