import type { Operation } from './operations.js';

const json = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

/** The routes that every service has; they know nothing of OpenAPI. */
export const HEALTH_OPERATIONS: Readonly<Record<string, Partial<Operation>>> = {
  '/health/live': {
    tags: ['health'],
    summary: 'Whether the process answers',
    responses: { 200: { description: 'It does', content: json('HealthResponse') } },
  },
  '/health/ready': {
    tags: ['health'],
    summary: 'Whether the gateway can take traffic, and how everything it stands on is',
    responses: {
      200: { description: 'It can take traffic', content: json('ReadinessResponse') },
      503: { description: 'It cannot: the dependency says why', content: json('ReadinessResponse') },
    },
  },
  '/metrics': {
    tags: ['health'],
    summary: 'Figures for Prometheus',
    responses: {
      200: {
        description: 'Prometheus text',
        content: { 'text/plain': { schema: { type: 'string' }, example: 'weir_http_seconds_count 1' } },
      },
    },
  },
};
