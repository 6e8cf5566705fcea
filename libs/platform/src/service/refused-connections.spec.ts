import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { Metrics } from '../metrics/index.js';
import { observeRefusedConnections } from './refused-connections.js';

it('counts each connection refused, and warns of them once a minute with how many they were', async () => {
  const server = fastify();
  const metrics = new Metrics();
  const warned: object[] = [];
  let now = 0;
  observeRefusedConnections(server, {
    metrics,
    logger: { warn: (fields: object) => void warned.push(fields) },
    now: () => now,
  });
  server.server.maxConnections = 7;
  for (const at of [0, 1, 59_999, 60_000, 60_001, 119_999, 120_000]) {
    now = at;
    server.server.emit('drop');
  }
  expect(warned).toEqual([
    { maxConnections: 7, refused: 1 },
    { maxConnections: 7, refused: 3 },
    { maxConnections: 7, refused: 3 },
  ]);
  expect(await metrics.registry.metrics()).toContain('weir_connections_refused_total 7\n');
  await server.close();
});
