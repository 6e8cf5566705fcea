import 'reflect-metadata';
import { dirname, join, resolve } from 'node:path';
import { processKey } from '@weir/gateway';
import {
  createLogger,
  endOnFailure,
  logFile,
  Metrics,
  nothingReads,
  onSignal,
  openBackends,
  readEnvironment,
  readSchemas,
  unknownVariables,
  WeirError,
} from '@weir/platform';
import { readArguments, USAGE } from './arguments.js';
import { Console } from './console.js';
import { checkData, planTraining, SHIPPED_DATA, targetOf } from './first-training.js';
import { GatewayClient } from './gateway-client.js';
import { GivenData } from './given-data.js';
import { dueImprovement } from './improvement.js';
import { openPage } from './open-page.js';
import { startStandalone } from './standalone.js';
import {
  askForImprovement,
  followImprovement,
  followTraining,
  reportFirstVerdict,
  startTraining,
} from './welcome.js';

await endOnFailure(async () => {
  const unknown = unknownVariables(process.env);
  if (unknown.length > 0) process.stderr.write(`Mind: ${nothingReads(unknown)}\n`);
  const environment = readEnvironment(process.env);
  const options = readArguments(process.argv.slice(2), environment.port, process.stdout.isTTY === true);
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const schemas = readSchemas(environment.schemas);
  if (schemas.find(options.schema) === undefined) {
    throw new WeirError(
      'WEIR_SCHEMA_UNKNOWN',
      `--schema: there is no "${options.schema}"; there are ${schemas.names().join(', ')}`,
    );
  }
  environment.home = resolve(environment.home);
  if (options.data !== undefined) await checkData(options.data);
  const screen = new Console(process.stdout, process.stdout.isTTY === true);
  const logPath = join(environment.home, 'weir.log');
  let target: ReturnType<typeof logFile> | undefined;
  const loggerOf = (service: string) => {
    target ??= logFile(logPath);
    return createLogger({ service, level: environment.logLevel, destination: target });
  };
  const backends = await openBackends(environment, () => loggerOf('standalone'));
  const metrics = new Metrics();
  metrics.collectRuntime();
  const given = await new GivenData(backends.documents).folders(options.data);
  environment.files.push(dirname(SHIPPED_DATA), ...given);
  const plan = options.train ? await planTraining(backends, options.data, options.schema) : null;
  const weir = await startStandalone({ environment, backends, loggerOf, metrics, schemas }, options.port);
  let stopping = false;
  onSignal(async () => {
    stopping = true;
    screen.say('Stopping …');
    await weir.close();
    await backends.close();
  });
  const welcome = async () => {
    await weir.consuming;
    const gateway = new GatewayClient(weir.gateway.url, processKey());
    screen.say(`Weir runs at ${weir.gateway.url}  (log: ${logPath}; Ctrl-C stops it)`);
    const runId = plan === null ? null : (plan.runId ?? (await startTraining(gateway, plan)));
    const isQuick = plan?.isFirst === true && plan.runId === undefined;
    const asked = isQuick && runId !== null ? askForImprovement(gateway, runId, plan) : null;
    // Waited for below; until then a gateway that stops must not end the process.
    asked?.catch(() => undefined);
    await reportFirstVerdict(gateway, weir.gateway.url, screen, plan);
    if (options.open) openPage(weir.gateway.url);
    if (plan !== null && runId !== null) await followTraining(gateway, runId, plan, screen);
    if (!options.train) return;
    const target = targetOf(options.data, options.schema);
    const due = (await asked) ?? (await dueImprovement(backends.documents, target));
    await followImprovement(gateway, due, screen);
  };
  // Told to stop, the gateway answers no more: what is then asked of it may fail.
  await welcome().catch((error: unknown) => {
    if (!stopping) throw error;
  });
});
