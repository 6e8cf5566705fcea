// One process's requests over HTTP, closed loop: each connection asks again as soon as it is answered.
import autocannon from 'autocannon';

/** @typedef {{ rate: number, p50: number, p99: number, failed: number }} Figures requests a second; milliseconds */

/**
 * Asks for `seconds` over so many connections. Each connection goes through the bodies from another place, so that no
 * two ask the same at the same time. Throws where an answer is not a success.
 */
export async function load({ url, bodies, connections, seconds }) {
  const latencies = [];
  let next = 0;
  const run = autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections,
    duration: seconds,
    setupClient: (client) => {
      const start = Math.floor((next++ / connections) * bodies.length);
      const turned = [...bodies.slice(start), ...bodies.slice(0, start)];
      client.setRequests(turned.map((body) => ({ method: 'POST', body })));
    },
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const result = await run;
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${latencies.length} requests to ${url} failed`);
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return { rate: sorted.length / result.duration, p50: at(0.5), p99: at(0.99) };
}
