export { describeFailure, plainCause } from './plain-cause.js';
export { within } from './within.js';
