export { StreamSketches } from './stream-sketches.js';
