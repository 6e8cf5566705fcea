export { firstPositionOf } from './replay-header.js';
