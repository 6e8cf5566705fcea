export { type EnrichedOfStream, Environment, readEnvironment, VARIABLES } from './environment.js';
export {
  nothingReads,
  type UnknownVariable,
  unknownVariables,
  warnOfUnknownVariables,
} from './unknown-variables.js';
