/** CloudEvents source of what this service publishes. */
export const SOURCE = '/weir/validation';
