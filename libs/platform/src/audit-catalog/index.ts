export {
  AUDIT_ACTIONS,
  type AuditAction,
  AuditCatalog,
  type AuditDetail,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
} from './audit-catalog.js';
