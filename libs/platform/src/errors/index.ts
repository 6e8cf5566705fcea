export { type CatalogueEntry, ERROR_CATALOGUE, type ErrorCode } from './catalogue.js';
export { isWeirError, WeirError, type WeirErrorOptions } from './weir-error.js';
