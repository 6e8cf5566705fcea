// Events per second from urls.submitted to urls.verdicts, of Weir as it can be configured and of raw echoes, in turn.
import { loadavg } from 'node:os';
import { serverEnvironment } from '../measure/servers.mjs';
import { printTable, spread } from '../measure/statistics.mjs';
import { meanBytes } from './events.mjs';
import { EVENTS, FLAGGED, KEYS, SIDES as NAMES, ROUNDS, WARM_UP } from './settings.mjs';
import { chosenSides, registerStarter, SIDES } from './sides.mjs';
import { connect, PARTITIONS, removeTopics } from './topics.mjs';
import { measureSide } from './trial.mjs';

/** What a side is compared with, in the same round. */
const AGAINST = { 'echo-2': 'echo', 'weir-2': 'weir' };

export async function measureThroughput({ rounds = ROUNDS }) {
  const names = chosenSides(NAMES);
  const environment = serverEnvironment();
  const admin = connect().admin();
  await admin.connect();
  await registerStarter(environment);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round++) {
    // Each round from the other end, so that what wears off or builds up falls on all.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = { ...(await measureSide(admin, environment, name)), load: loadavg()[0] };
      results[name].push(result);
      process.stderr.write(
        `round ${round + 1}, ${name}: ${result.rate.toFixed(0)} events/s, the first after ${result.firstAfterMs} ms, ${result.rateBetween.toFixed(0)} from then on\n`,
      );
    }
  }
  await removeTopics(admin);
  await admin.disconnect();
  print(results);
  return { events: EVENTS, warmUp: WARM_UP, flagged: FLAGGED, keys: KEYS, results };
}

function print(results) {
  const bytes = meanBytes(EVENTS).toFixed(0);
  printTable(
    [
      `${EVENTS.toLocaleString('en')} events of ${bytes} bytes, ${PARTITIONS} partitions, keys: ${KEYS}`,
      'events/s',
      '% of the kafkajs echo',
      '× one process',
      'CPU s a million events',
      'of the broker',
      'flagged, %',
      'answer, bytes',
      'duplicates',
    ],
    Object.entries(results).map(([name, rounds]) => [SIDES[name].label, ...cellsOf(name, rounds, results)]),
  );
}

function cellsOf(name, rounds, results) {
  const of = (figure, digits, factor = 1) =>
    rounds.some((round) => round[figure] === undefined)
      ? '–'
      : spread(
          rounds.map((round) => round[figure] * factor),
          digits,
        );
  const beside = (other, factor, digits) =>
    results[other] === undefined || other === name
      ? '–'
      : spread(
          rounds.map(({ rate }, round) => (factor * rate) / results[other][round].rate),
          digits,
        );
  return [
    of('rate', 0),
    beside(SIDES[name].processes === 2 ? 'echo-2' : 'echo', 100, 0),
    beside(AGAINST[name], 1, 2),
    of('cpu', 1),
    of('brokerCpu', 1),
    of('flaggedShare', 1, 100),
    of('bytes', 0),
    rounds.reduce((sum, { duplicates }) => sum + duplicates, 0),
  ];
}
