export { DriftCatalog, type DriftEntry } from './drift-catalog.js';
