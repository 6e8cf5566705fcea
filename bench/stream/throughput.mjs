// Events per second from urls.submitted to urls.verdicts, of Weir as it can be configured and of raw echoes, in turn.
import { loadavg } from 'node:os';
import { serverEnvironment } from '../measure/servers.mjs';
import { printTable, spread } from '../measure/statistics.mjs';
import { meanBytes, PARTITIONS } from './events.mjs';
import { EVENTS, FLAGGED, KEYS, SIDES as NAMES, ROUNDS, WARM_UP } from './settings.mjs';
import { chosenSides, registerStarter, SIDES } from './sides.mjs';
import { connect, removeTopics } from './topics.mjs';
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
      results[name][round] = await attempt(admin, environment, name, round);
    }
  }
  await removeTopics(admin);
  await admin.disconnect();
  print(results);
  return { events: EVENTS, warmUp: WARM_UP, flagged: FLAGGED, keys: KEYS, results };
}

/** `undefined` where the side failed: hours of others' rounds are not thrown away for it. */
async function attempt(admin, environment, name, round) {
  try {
    const result = { ...(await measureSide(admin, environment, name)), load: loadavg()[0] };
    const [rate, rateBetween] = [result.rate, result.rateBetween].map(Math.round);
    say(
      round,
      name,
      `${rate} events/s; the first after ${result.firstAfterMs} ms, then ${rateBetween} events/s`,
    );
    return result;
  } catch (error) {
    say(round, name, `failed: ${error.message}`);
    return undefined;
  }
}

function say(round, name, what) {
  process.stderr.write(`round ${round + 1}, ${name}: ${what}\n`);
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
      'rounds that failed',
    ],
    Object.entries(results).map(([name, rounds]) => [SIDES[name].label, ...cellsOf(name, rounds, results)]),
  );
}

function cellsOf(name, rounds, results) {
  const done = rounds.filter((round) => round !== undefined);
  const cell = (values, digits) =>
    values.some((value) => value === undefined) || values.length === 0 ? '–' : spread(values, digits);
  const of = (figure, digits, factor = 1) =>
    cell(
      done.map((round) => round[figure] && round[figure] * factor),
      digits,
    );
  const beside = (other, factor, digits) => {
    const ratio = (round, nth) =>
      round && results[other]?.[nth] && (factor * round.rate) / results[other][nth].rate;
    return other === name ? '–' : cell(rounds.map(ratio).filter(Boolean), digits);
  };
  return [
    of('rate', 0),
    beside(SIDES[name].processes === 2 ? 'echo-2' : 'echo', 100, 0),
    beside(AGAINST[name], 1, 2),
    of('cpu', 1),
    of('brokerCpu', 1),
    of('flaggedShare', 1, 100),
    of('bytes', 0),
    done.reduce((sum, { duplicates }) => sum + duplicates, 0),
    rounds.length - done.length,
  ];
}
