// What the hop from gateway to inference costs: the same record asked of inference itself, and of the gateway.

import { watchTree } from '../measure/process-tree.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { note, printTable, spread } from '../measure/statistics.mjs';
import { load } from './load.mjs';
import { distinctRecords } from './records.mjs';
import { startWeir, trainChampion } from './sides.mjs';

const ROUNDS = 3;
const SECONDS = 5;
/** Up to where more connections bring no more requests. */
const CONNECTIONS = [1, 4, 16, 64, 256];

export async function measureHop({ rounds = ROUNDS, quick }) {
  const environment = serverEnvironment();
  process.stdout.write(`Champion: ${await trainChampion(environment)}\n\n`);
  const records = distinctRecords(5_000);
  const columns = Object.keys(JSON.parse(records[0]));
  const rows = records.map((each) => JSON.stringify({ columns, rows: [Object.values(JSON.parse(each))] }));
  const figures = {};
  for (let round = 0; round < (quick ? 1 : rounds); round++) {
    const weir = await startWeir(environment);
    try {
      const ways = [
        ['inference alone', `${weir.inferenceUrl}/internal/predictions/uci-30`, rows],
        ['through the gateway', `${weir.url}/v1/predictions/uci-30`, records],
      ];
      for (const [name, url, bodies] of round % 2 === 0 ? ways : ways.toReversed()) {
        await load({ url, bodies, connections: 16, seconds: quick ? 1 : 2 });
        for (const connections of CONNECTIONS) {
          const watches = weir.children.map(({ pid }) => watchTree(pid));
          const before = watches.map((watch) => watch.stop().cpuSeconds);
          const found = await load({ url, bodies, connections, seconds: quick ? 1 : SECONDS });
          const after = weir.children.map(({ pid }) => watchTree(pid).stop().cpuSeconds);
          const requests = found.rate * (quick ? 1 : SECONDS);
          const cpu = after.map((each, at) => ((each - before[at]) / requests) * 1e6);
          note(figures, [name, connections], { ...found, gateway: cpu[0], inference: cpu[1] });
        }
      }
    } finally {
      await weir.stop();
    }
  }
  print(figures);
  return { figures };
}

function print(figures) {
  const rows = Object.entries(figures).flatMap(([name, byConnections]) =>
    CONNECTIONS.map((connections) => {
      const rounds = byConnections[connections];
      const of = (member, digits) =>
        spread(
          rounds.map((round) => round[member]),
          digits,
        );
      return [
        name,
        connections,
        of('rate', 0),
        of('p50', 2),
        of('p99', 2),
        of('gateway', 0),
        of('inference', 0),
      ];
    }),
  );
  printTable(
    [
      'asked',
      'connections',
      'requests/s',
      'p50, ms',
      'p99, ms',
      'CPU of the gateway, µs a request',
      'of inference',
    ],
    rows,
  );
}
