export { type StageOfRun, StageReporter } from './stage-reporter.js';
