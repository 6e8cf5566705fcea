export { type AliasMove, ModelRegistry, type Rollback } from './model-registry.js';
export {
  type CandidateFigures,
  CHALLENGER,
  CHAMPION,
  type FeedbackMark,
  type LeakMark,
  type ModelAlias,
  type ModelVersion,
  type StoredObject,
} from './model-version.js';
