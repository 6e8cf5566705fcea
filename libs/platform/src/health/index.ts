export { type DependencyHealth, type HealthReport, type ReadinessCheck, readHealth } from './health.js';
export { Readiness } from './readiness.js';
