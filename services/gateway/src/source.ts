/** CloudEvents source of what the gateway publishes. */
export const SOURCE = '/weir/gateway';
