export { StreamScoring } from './stream-scoring.js';
