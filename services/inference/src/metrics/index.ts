export { ChallengerMetrics, type ReturnReason } from './challenger-metrics.js';
export { InferenceMetrics } from './inference-metrics.js';
