// One record a request: Weir's two routes beside FastAPI's, in turn.
import { pythonEnvironment } from '../measure/python-environment.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { note, printTable, spread } from '../measure/statistics.mjs';
import { loadAll } from './load.mjs';
import { distinctRecords, distinctUrls } from './records.mjs';
import { PEERS, startPeer, startWeir, trainChampion } from './sides.mjs';

const ROUNDS = 3;
const SECONDS = 5;
const WARM_UP_SECONDS = 5;
const CONNECTIONS = [1, 16, 64];
const BODIES = 5_000;

const ROUTES = {
  rows: { label: '`/v1/predictions/uci-30`', path: '/v1/predictions/uci-30', bodies: 'records' },
  urls: { label: '`/v1/verdicts`', path: '/v1/verdicts', bodies: 'urls' },
  'urls-plain': {
    label: '`/v1/verdicts`, `"reasons": false`',
    path: '/v1/verdicts',
    bodies: 'plainUrls',
  },
};

/** By name: how many gateways before the one inference process. */
const WEIR = { 'weir-1': 1, 'weir-2': 2 };

/** BENCH_SIDES chooses among them. */
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
  const sides = process.env.BENCH_SIDES?.split(',') ?? [...Object.keys(WEIR), ...Object.keys(PEERS)];
  const settings = { seconds: quick ? 1 : SECONDS, warmUp: quick ? 1 : WARM_UP_SECONDS };
  const turns = sides.map((name) =>
    Object.hasOwn(WEIR, name)
      ? () => measureWeir(environment, name, bodies, settings)
      : () => measurePeer(python, name, bodies.records, settings),
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

async function measureWeir(environment, name, bodies, settings) {
  const weir = await startWeir(environment, WEIR[name]);
  try {
    const found = {};
    for (const { label, path, bodies: kind } of Object.values(ROUTES)) {
      const urls = weir.urls.map((url) => `${url}${path}`);
      const gateways = WEIR[name] === 1 ? '1 gateway' : `${WEIR[name]} gateways`;
      found[`Weir ${label}, ${gateways}`] = await byConnections(urls, bodies[kind], settings);
    }
    return found;
  } finally {
    await weir.stop();
  }
}

async function measurePeer(python, name, records, settings) {
  const { route, label } = PEERS[name];
  const peer = await startPeer(python, PEERS[name]);
  try {
    return { [label]: await byConnections([`${peer.url}/${route}`], records, settings) };
  } finally {
    await peer.stop();
  }
}

async function byConnections(urls, bodies, { seconds, warmUp }) {
  await loadAll({ urls, bodies, connections: 16, seconds: warmUp });
  const found = {};
  for (const connections of CONNECTIONS)
    found[connections] = await loadAll({ urls, bodies, connections, seconds });
  return found;
}

function print(figures) {
  const heads = CONNECTIONS.flatMap((each) => [`requests/s, ${each}`, 'p50, ms', 'p99, ms']);
  const rows = Object.entries(figures).map(([label, rounds]) => [
    label,
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
