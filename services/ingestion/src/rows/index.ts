export { allColumnsOf, type ExpectedColumns, expectedColumnsOf } from './expected-columns.js';
export { RowMapper } from './row-mapper.js';
