export { advance, queuedRun, type Run, type StageProgress } from './run.js';
export { RunCatalog } from './run-catalog.js';
