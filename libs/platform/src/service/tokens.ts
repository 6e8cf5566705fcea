/** Injection tokens of what every service stands on. */
export const SERVICE_NAME = Symbol('SERVICE_NAME');
export const BACKENDS = Symbol('BACKENDS');
export const EVENT_BUS = Symbol('EVENT_BUS');
export const DOCUMENTS = Symbol('DOCUMENTS');
export const OBJECTS = Symbol('OBJECTS');
export const CACHE = Symbol('CACHE');
export const LOGGER = Symbol('LOGGER');
export const METRICS = Symbol('METRICS');
export const CONFIG = Symbol('CONFIG');
export const SCHEMAS = Symbol('SCHEMAS');
export const READINESS = Symbol('READINESS');
