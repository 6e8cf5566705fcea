export { openStateFolder, type StateFolder } from './state-folder.js';
