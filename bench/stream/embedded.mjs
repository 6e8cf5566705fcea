// The same events through the inference service on the embedded bus: one process, no server, a file.
import { once } from 'node:events';
import { start } from '../measure/processes.mjs';
import { printTable, spread } from '../measure/statistics.mjs';
import { meanBytes } from './events.mjs';
import { EVENTS, ROUNDS, WARM_UP } from './settings.mjs';

const LABELS = {
  drained: 'published before, then judged (CPU with the start of the service)',
  besidePublisher: 'judged while they are published, from the first publish to the last verdict',
  publishOnly: 'published alone, 1,000 at once',
};

export async function measureEmbedded({ rounds = ROUNDS }) {
  const results = [];
  for (let round = 0; round < Number(rounds); round++) results.push(await runProcess());
  const [{ delivery }] = results;
  printTable(
    [
      `${EVENTS.toLocaleString('en')} events of ${meanBytes(EVENTS).toFixed(0)} bytes, embedded bus, ${delivery}`,
      'events/s',
      'CPU s a million events',
    ],
    Object.entries(LABELS).map(([stage, label]) => [
      label,
      spread(
        results.map((result) => result[stage].rate),
        0,
      ),
      spread(results.map((result) => result[stage].cpu)),
    ]),
  );
  const flagged = results.map(({ drained }) => 100 * drained.flaggedShare);
  process.stdout.write(`\nFlagged: ${spread(flagged)} % of the verdicts\n`);
  return { events: EVENTS, warmUp: WARM_UP, results };
}

async function runProcess() {
  const child = start(process.execPath, ['bench/stream/embedded/process.mjs']);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the process ended: ${child.output.slice(-800)}`);
  return JSON.parse(child.output.trim().split('\n').at(-1));
}
