export { InferenceMetrics } from './inference-metrics.js';
