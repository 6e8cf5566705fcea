export { DriftCatalog, type DriftEntry } from './drift-catalog.js';
export { type DriftBin, type DriftDetails, type DriftedFeature, driftDetailsKey } from './drift-details.js';
