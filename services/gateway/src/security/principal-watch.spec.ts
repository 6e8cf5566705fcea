import { createLogger, type Environment, KeyCatalog } from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import type { FastifyRequest } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyRing } from './keys/key-ring.js';
import { OPEN, type Principal, setPrincipal } from './principal.js';
import { PrincipalWatch } from './principal-watch.js';
import { Sessions } from './session/sessions.js';

const PATIENT = { timeout: 60_000, interval: 50 };
const ORDER = { name: 'ann', scopes: ['read'], createdBy: 'cli' } as const;

let backends: TemporaryBackends;
let ring: KeyRing;
let sessions: Sessions;
let watch: PrincipalWatch;
beforeEach(async () => {
  backends = await temporaryBackends();
  ring = new KeyRing(new KeyCatalog(backends.documents), createLogger({ service: 't', level: 'silent' }));
  sessions = new Sessions(backends.cache, { sessionHours: 1 } as Environment, ring);
  watch = new PrincipalWatch(ring, sessions);
  await ring.refresh();
});
afterEach(async () => {
  watch.onApplicationShutdown();
  await backends.dispose();
});

async function heldKey() {
  const { record } = await new KeyCatalog(backends.documents).create(ORDER);
  ring.take(record);
  return record;
}

function requestOf(principal: Principal, cookie?: string): FastifyRequest {
  const request = { headers: { cookie } } as FastifyRequest;
  setPrincipal(request, principal);
  return request;
}

const keyPrincipal = (keyId: string): Principal => ({ kind: 'key', name: 'ann', keyId, scopes: ['read'] });

describe('PrincipalWatch', () => {
  it('tells once when the key is revoked, and nobody else', async () => {
    const [gone, stays] = [await heldKey(), await heldKey()];
    const [onGone, onStays, onLeft] = [vi.fn(), vi.fn(), vi.fn()];
    watch.onEnd(requestOf(keyPrincipal(gone.id)), onGone);
    watch.onEnd(requestOf(keyPrincipal(stays.id)), onStays);
    watch.onEnd(requestOf(keyPrincipal(gone.id)), onLeft)();
    ring.take({ ...gone, revokedAt: new Date().toISOString() });
    await vi.waitFor(() => expect(onGone).toHaveBeenCalled(), PATIENT);
    ring.take({ ...stays, revokedAt: new Date().toISOString() });
    await vi.waitFor(() => expect(onStays).toHaveBeenCalled(), PATIENT);
    expect([onGone, onStays, onLeft].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  });

  it('tells when a session has ended, and not when the cache is away', async () => {
    const key = await heldKey();
    const { id } = await sessions.open(key.id);
    const ended = vi.fn();
    const away = vi.spyOn(backends.cache, 'get').mockRejectedValue(new Error('away'));
    watch.onEnd(requestOf({ ...keyPrincipal(key.id), kind: 'session' }, `weir_session=${id}`), ended);
    await vi.waitFor(() => expect(away.mock.calls.length).toBeGreaterThan(1), PATIENT);
    expect(ended).not.toHaveBeenCalled();
    away.mockRestore();
    await sessions.end(id);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1), PATIENT);
  });

  it('tells those who came while there was no key once there is one', async () => {
    const ended = vi.fn();
    watch.onEnd(requestOf(OPEN), ended);
    expect(ring.stillHolds(OPEN)).toBe(true);
    await heldKey();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1), PATIENT);
  });
});
