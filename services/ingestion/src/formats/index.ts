export { MAX_UNPACKED_BYTES } from './decompress.js';
export { parseRecord } from './ndjson.js';
export { type ReadTableOptions, readTable } from './read-table.js';
export { type DataRecord, recordTable } from './record-table.js';
export { type Cell, FORMATS, type Format, type Table, type TableRow } from './table.js';
