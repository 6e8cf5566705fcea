import type { Environment, Metrics } from '@weir/platform';
import type { FastifyInstance } from 'fastify';
import { guardCursors } from '../http/paging.js';
import { refuseContentEncodings } from './bounds/content-encoding.js';
import { boundJsonDepth } from './bounds/json-depth.js';
import { boundRequests } from './bounds/request-slots.js';
import { cutOffSlowReaders } from './bounds/slow-readers.js';
import { watchUploads } from './bounds/upload-progress.js';
import { compressAnswers } from './compression.js';
import { allowOrigins } from './cross-origin/cors.js';

/** What holds for every request, whoever asks. To be called before any hook that refuses, and before the routes are made. */
export async function boundServer(
  server: FastifyInstance,
  {
    environment,
    metrics,
  }: {
    readonly environment: Pick<Environment, 'corsOrigins' | 'maxRequests' | 'maxConnections'>;
    readonly metrics: Metrics;
  },
): Promise<void> {
  server.server.maxConnections = environment.maxConnections;
  allowOrigins(server, environment.corsOrigins);
  boundRequests(server, { maxRequests: environment.maxRequests, metrics });
  watchUploads(server);
  cutOffSlowReaders(server);
  refuseContentEncodings(server);
  boundJsonDepth(server);
  guardCursors(server);
  await compressAnswers(server);
}
