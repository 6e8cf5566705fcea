export { ReportCatalog, type ReportEntry } from './report-catalog.js';
