// One record a request: Weir's two routes beside FastAPI's, in turn.
import { pythonEnvironment } from '../measure/python-environment.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { note, printTable, spread } from '../measure/statistics.mjs';
import { load } from './load.mjs';
import { distinctRecords, distinctUrls } from './records.mjs';
import { PEERS, startPeer, startWeir, trainChampion } from './sides.mjs';

const ROUNDS = 3;
const SECONDS = 5;
const WARM_UP_SECONDS = 5;
const CONNECTIONS = [1, 16, 64];
const BODIES = 5_000;

const WEIR = {
  'weir-rows': { label: 'Weir `/v1/predictions/uci-30`', path: '/v1/predictions/uci-30', bodies: 'records' },
  'weir-urls': { label: 'Weir `/v1/verdicts`', path: '/v1/verdicts', bodies: 'urls' },
  'weir-urls-plain': {
    label: 'Weir `/v1/verdicts`, `"reasons": false`',
    path: '/v1/verdicts',
    bodies: 'plainUrls',
  },
};

/** BENCH_SIDES chooses among the peers; Weir is always there. */
export async function measureRequests({ rounds = ROUNDS, quick }) {
  const { python } = pythonEnvironment('gateway');
  const environment = serverEnvironment();
  process.stdout.write(`Champion: ${await trainChampion(environment)}\n\n`);
  const urls = distinctUrls(BODIES);
  const bodies = {
    records: distinctRecords(BODIES),
    urls,
    plainUrls: urls.map((body) => body.replace(/}$/, ',"reasons":false}')),
  };
  const peers = process.env.BENCH_SIDES?.split(',') ?? Object.keys(PEERS);
  const settings = { seconds: quick ? 1 : SECONDS, warmUp: quick ? 1 : WARM_UP_SECONDS };
  const turns = [() => measureWeir(environment, bodies, settings)].concat(
    peers.map((name) => () => measurePeer(python, name, bodies.records, settings)),
  );
  const figures = {};
  for (let round = 0; round < (quick ? 1 : rounds); round++) {
    // Every second round from the other end, so that no side is always first.
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) {
      for (const [name, found] of Object.entries(await turn())) note(figures, [name], found);
    }
  }
  print(figures);
  return { figures };
}

async function measureWeir(environment, bodies, settings) {
  const weir = await startWeir(environment);
  try {
    const found = {};
    for (const [name, { path, bodies: kind }] of Object.entries(WEIR))
      found[name] = await byConnections(`${weir.url}${path}`, bodies[kind], settings);
    return found;
  } finally {
    await weir.stop();
  }
}

async function measurePeer(python, name, records, settings) {
  const { route } = PEERS[name];
  const peer = await startPeer(python, PEERS[name]);
  try {
    return { [name]: await byConnections(`${peer.url}/${route}`, records, settings) };
  } finally {
    await peer.stop();
  }
}

async function byConnections(url, bodies, { seconds, warmUp }) {
  await load({ url, bodies, connections: 16, seconds: warmUp });
  const found = {};
  for (const connections of CONNECTIONS)
    found[connections] = await load({ url, bodies, connections, seconds });
  return found;
}

function print(figures) {
  const heads = CONNECTIONS.flatMap((each) => [`requests/s, ${each}`, 'p50, ms', 'p99, ms']);
  const rows = Object.entries(figures).map(([name, rounds]) => [
    (WEIR[name] ?? PEERS[name]).label,
    ...CONNECTIONS.flatMap((each) => [
      spread(
        rounds.map((round) => round[each].rate),
        0,
      ),
      spread(
        rounds.map((round) => round[each].p50),
        2,
      ),
      spread(
        rounds.map((round) => round[each].p99),
        2,
      ),
    ]),
  ]);
  printTable(['side, by connections', ...heads], rows);
}
