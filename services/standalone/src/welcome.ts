import { setTimeout as sleep } from 'node:timers/promises';
import type { LeakPolicy } from '@weir/contracts';
import { defangLinks } from '@weir/platform';
import type { Console } from './console.js';
import { SHIPPED_DATA, type TrainingPlan } from './first-training.js';
import type { GatewayClient } from './gateway-client.js';
import { type Improvement, QUICK_SEARCH } from './improvement.js';

/** A made-up address with the marks of phishing; `.example` names nobody. */
const SAMPLE_URL = 'http://paypal.com.secure-login.example.tk/verify';
const VERDICT_PATIENCE_MS = 60_000;
const POLL_MS = 250;
/** A quick search trains for a second or so. */
const STAGE_POLL_MS = 50;

/** Waits for the first verdict, then says how to ask for more and how long it took since the start. */
export async function reportFirstVerdict(
  gateway: GatewayClient,
  url: string,
  screen: Console,
  plan: TrainingPlan | null,
): Promise<void> {
  screen.say();
  screen.say('Ask for a verdict:');
  const key = (await gateway.asksForKeys()) ? ' -H "X-API-Key: $WEIR_API_KEY"' : '';
  screen.say(
    `  curl -s ${url}/v1/verdicts${key} -H 'content-type: application/json' -d '{"url": "${SAMPLE_URL}"}'`,
  );
  screen.say();
  const deadline = Date.now() + VERDICT_PATIENCE_MS;
  let verdict = await gateway.verdict(SAMPLE_URL);
  while (verdict === null && Date.now() < deadline) {
    await sleep(POLL_MS);
    verdict = await gateway.verdict(SAMPLE_URL);
  }
  if (verdict === null) {
    screen.say(
      plan?.schema === 'url'
        ? 'No url model yet: the first verdict comes once it is trained.'
        : 'No url model serves yet: read the log.',
    );
    return;
  }
  screen.say(
    `First verdict after ${secondsSinceStart()} s: ${verdict.verdict} (probability ${verdict.probability.toFixed(3)}, model ${verdict.model.name} version ${verdict.model.version}).`,
  );
}

/** Who names a file wants a model of it: leaks in it mark the model. Of the data that ship none is expected. */
function leaksOf({ path }: { readonly path: string }): { leaks?: LeakPolicy } {
  return path === SHIPPED_DATA ? {} : { leaks: 'accept' };
}

/** Asks for the run planned; it goes on while the rest of the start does. */
export function startTraining(gateway: GatewayClient, plan: TrainingPlan): Promise<string> {
  return gateway.startRun({
    schema: plan.schema,
    source: { kind: 'file', path: plan.path },
    ...(plan.isFirst ? { search: QUICK_SEARCH } : {}),
    ...leaksOf(plan),
  });
}

/**
 * Asks for the whole search as soon as the quick one trains, behind which it queues: whoever waits until no run is under
 * way waits for both. Null where the quick one failed before.
 */
export async function askForImprovement(
  gateway: GatewayClient,
  quickRunId: string,
  { schema, path }: TrainingPlan,
): Promise<Improvement | null> {
  for (;;) {
    const { state, stages, snapshotId: snapshot } = await gateway.run(quickRunId);
    if (state === 'failed') return null;
    if (stages.training !== undefined && snapshot !== undefined) {
      const order = { schema, from: 'training', snapshot, ...leaksOf({ path }) };
      return { schema, path, snapshot, runId: await gateway.startRun(order), isNew: true };
    }
    await sleep(STAGE_POLL_MS);
  }
}

/** The whole search after a quick one, if it is due, to its end. */
export async function followImprovement(
  gateway: GatewayClient,
  improvement: Improvement | null,
  screen: Console,
): Promise<void> {
  if (improvement === null) return;
  const { schema, snapshot, path } = improvement;
  const order = { schema, from: 'training', snapshot, ...leaksOf({ path }) };
  const id = improvement.runId ?? (await gateway.startRun(order));
  const isNew = improvement.runId === undefined || improvement.isNew === true;
  const verb = isNew ? 'Searching' : 'Going on searching';
  screen.say(`${verb} for a better ${schema} model on the same rows (run ${id}).`);
  await followRun(gateway, id, screen);
}

/** Shows a run until it ends. */
export async function followTraining(
  gateway: GatewayClient,
  id: string,
  plan: TrainingPlan,
  screen: Console,
): Promise<void> {
  const verb = plan.runId === undefined ? 'Training' : 'Going on training';
  const quick = plan.isFirst && plan.runId === undefined ? ', a quick model first' : '';
  screen.say(`${verb} ${plan.schema} on ${plan.path}${quick} (run ${id}).`);
  if (leaksOf(plan).leaks === 'accept') {
    screen.say('Should one trivial rule give its labels away, it trains all the same and marks the model.');
  }
  await followRun(gateway, id, screen);
}

async function followRun(gateway: GatewayClient, id: string, screen: Console): Promise<void> {
  let run = await gateway.run(id);
  while (run.state === 'queued' || run.state === 'running') {
    screen.progress(run);
    await sleep(POLL_MS);
    run = await gateway.run(id);
  }
  if (run.state === 'failed') {
    // It may quote a URL of the data, and terminals open what is clicked.
    const why = defangLinks(run.error?.message ?? 'see the log');
    screen.say(`Run ${id} failed ${secondsSinceStart()} s after the start. ${run.error?.code ?? ''}: ${why}`);
    return;
  }
  const outcome = run.stages.training?.message ?? '';
  screen.say(
    `${run.schema} version ${run.version ?? '?'} is ${run.alias ?? 'in the registry'} ${secondsSinceStart()} s after the start: ${outcome}`,
  );
}

function secondsSinceStart(): string {
  const started = Number(process.env.WEIR_STARTED_AT ?? Date.now() - process.uptime() * 1000);
  return ((Date.now() - started) / 1000).toFixed(1);
}
