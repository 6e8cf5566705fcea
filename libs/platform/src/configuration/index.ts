export { type EnrichedOfStream, Environment, readEnvironment, VARIABLES } from './environment.js';
