export { Challenge, type ChallengedBatch } from './challenge.js';
export { encodeChallenged } from './challenged-verdicts.js';
