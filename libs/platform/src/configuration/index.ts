export { Environment, readEnvironment, VARIABLES } from './environment.js';
