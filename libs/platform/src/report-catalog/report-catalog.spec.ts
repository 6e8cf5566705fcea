import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '../identifiers/index.js';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { ReportCatalog, type ReportEntry } from './report-catalog.js';

describe('ReportCatalog', () => {
  let backends: TemporaryBackends;
  beforeAll(async () => {
    backends = await temporaryBackends();
  });
  afterAll(() => backends.dispose());

  const catalog = () => new ReportCatalog(backends.documents);
  const entry = (changes: Partial<ReportEntry> = {}): ReportEntry => ({
    id: uuid7(),
    runId: randomUUID(),
    snapshotId: randomUUID(),
    schema: 'uci-30',
    status: 'warned',
    issues: 3,
    reportKey: 'reports/r/report.json',
    htmlKey: 'reports/r/report.html',
    createdAt: new Date().toISOString(),
    ...changes,
  });

  it('keeps the first report of a run and a snapshot, and gives it to whoever makes another', async () => {
    const first = entry();
    const same = { runId: first.runId, snapshotId: first.snapshotId };
    const recorded = await Promise.all(
      [first, entry(same), entry(same)].map((each) => catalog().record(each)),
    );
    expect(new Set(recorded.map((each) => each.id)).size).toBe(1);
    expect(await catalog().ofRun(first.runId, first.snapshotId)).toEqual(recorded[0]);
    expect(await catalog().record(entry({ runId: first.runId }))).not.toEqual(recorded[0]);
  });

  it('finds a report by its id, its run and its snapshot, as it was recorded', async () => {
    const drift = { against: 'p', columns: 30, drifted: 1, driftedColumns: ['SFH'] };
    const recorded = entry({ drift });
    await catalog().record(recorded);
    expect(await catalog().get(recorded.id)).toEqual(recorded);
    expect(await catalog().ofSnapshot(recorded.snapshotId)).toEqual(recorded);
    expect(await catalog().get('nothing')).toBeNull();
    expect(await catalog().ofSnapshot('nothing')).toBeNull();
    expect(await catalog().ofRun(recorded.runId, 'nothing')).toBeNull();
  });

  it('gives the newest of several of one snapshot, and lists newest first', async () => {
    const snapshotId = randomUUID();
    const reports = [1, 2, 3].map((millisecond) =>
      entry({ id: uuid7(millisecond), snapshotId, schema: 'own' }),
    );
    for (const each of reports) await catalog().record(each);
    expect(await catalog().ofSnapshot(snapshotId)).toEqual(reports[2]);
    const page = await catalog().list({ schema: 'own', limit: 2 });
    const rest = await catalog().list({ schema: 'own', limit: 2, after: page.next ?? '' });
    expect([...page.items, ...rest.items]).toEqual(reports.toReversed());
  });
});
