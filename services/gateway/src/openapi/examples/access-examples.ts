import type { Examples } from './examples.js';

const AT = '2026-03-01T12:00:00.000Z';
export const KEY_ID = '0199c0ffee0a7b1c8d2e';

const KEY = {
  id: KEY_ID,
  name: 'mail filter',
  scopes: ['predict', 'read'],
  createdAt: AT,
  createdBy: 'ann',
  expiresAt: '2030-01-01T00:00:00.000Z',
};

export const ACCESS_EXAMPLES: Examples = {
  CreatedKeyResponse: { ...KEY, key: `weir_${KEY_ID}_…` },
  KeyListResponse: { keys: [{ ...KEY, lastUsedAt: AT }], next: null },
  SessionResponse: {
    kind: 'session',
    name: 'ann',
    scopes: ['admin'],
    csrfToken: 'q3Jx…',
    expiresAt: '2026-03-01T20:00:00.000Z',
  },
  AuditListResponse: {
    entries: [
      {
        id: '019c9f2e-7a04-7061-9f52-7d8e9fa0b1c2',
        at: AT,
        by: 'ann',
        keyId: KEY_ID,
        action: 'alias.move',
        subject: 'uci-30/champion',
        detail: { version: 2 },
        requestId: '019c9f2e-7a05-7162-8063-8e9fa0b1c2d3',
      },
    ],
    next: null,
  },
  HealthResponse: { status: 'live', service: 'gateway' },
  ReadinessResponse: {
    status: 'ready',
    service: 'gateway',
    dependencies: [{ name: 'bus', ok: true, milliseconds: 2 }],
  },
};
