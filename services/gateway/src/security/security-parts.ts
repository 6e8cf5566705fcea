import { AuditCatalog, DOCUMENTS, type Documents, KeyCatalog } from '@weir/platform';
import { AuditController } from './audit/audit.controller.js';
import { AuditLog } from './audit/audit-log.js';
import { Authenticator } from './authenticator.js';
import { KeyRing } from './keys/key-ring.js';
import { KeysController } from './keys/keys.controller.js';
import { PrincipalWatch } from './principal-watch.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';

/** What the gateway's module takes in of this folder. */
export const SECURITY_CONTROLLERS = [KeysController, SessionController, AuditController];

export const SECURITY_PROVIDERS = [
  {
    provide: KeyCatalog,
    useFactory: (documents: Documents) => new KeyCatalog(documents),
    inject: [DOCUMENTS],
  },
  {
    provide: AuditCatalog,
    useFactory: (documents: Documents) => new AuditCatalog(documents),
    inject: [DOCUMENTS],
  },
  KeyRing,
  Sessions,
  Authenticator,
  AuditLog,
  PrincipalWatch,
];
