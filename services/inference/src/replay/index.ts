export { firstPositionOf, REPLAY_OF } from './replay-header.js';
