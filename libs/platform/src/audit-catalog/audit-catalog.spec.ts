import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { AuditCatalog } from './audit-catalog.js';

describe('AuditCatalog', () => {
  let backends: TemporaryBackends;
  let now: number;
  let audit: AuditCatalog;
  beforeEach(async () => {
    backends = await temporaryBackends();
    now = Date.parse('2026-03-01T12:00:00.000Z');
    audit = new AuditCatalog(backends.documents, () => now++);
  });
  afterEach(() => backends.dispose());

  it('keeps who did what', async () => {
    const entry = {
      by: 'ann',
      keyId: 'k',
      action: 'alias.move',
      subject: 'url/champion',
      detail: { version: 3 },
      requestId: 'r',
    } as const;
    const added = await audit.add(entry);
    expect(added).toEqual({ ...entry, id: added.id, at: '2026-03-01T12:00:00.000Z' });
    expect((await audit.list()).items).toEqual([added]);
  });

  it('gives the newest first, by action and subject, page by page', async () => {
    for (const subject of ['a', 'b', 'a', 'b', 'a']) {
      await audit.add({ by: 'ann', action: 'list.put', subject, requestId: 'r' });
      await audit.add({ by: 'ann', action: 'list.remove', subject, requestId: 'r' });
    }
    const first = await audit.list({ action: 'list.put', subject: 'a', limit: 2 });
    expect(first.items.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'list.put a',
      'list.put a',
    ]);
    const second = await audit.list({ action: 'list.put', subject: 'a', limit: 2, after: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ subject: 'a' }], next: null });
    const times = (await audit.list()).items.map(({ at }) => at);
    expect(times).toHaveLength(10);
    expect(times).toEqual(times.toSorted().toReversed());
  });
});
