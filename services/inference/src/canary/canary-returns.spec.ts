import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestBackends, type TestBackends } from '../testing/backends.js';
import { type CanaryReturn, CanaryReturns } from './canary-returns.js';

const FIGURES = {
  rows: 900,
  errors: 0,
  championF1: 0.9,
  challengerF1: 0.5,
  f1Error: 0.02,
  championFlaggedShare: 0.1,
  challengerFlaggedShare: null,
};
const RETURN: CanaryReturn = {
  name: 'url',
  version: 7,
  aliasRevision: 3,
  championVersion: 6,
  reason: 'estimate',
  figures: FIGURES,
  at: '2026-03-01T12:00:00.000Z',
};

let backends: TestBackends;
let returns: CanaryReturns;

beforeEach(async () => {
  backends = await openTestBackends();
  returns = new CanaryReturns(backends.documents);
});

afterEach(() => backends.dispose());

describe('CanaryReturns', () => {
  it('gives what was decided to every replica, and nothing of other versions', async () => {
    expect(await returns.of(RETURN)).toBeNull();
    expect(await returns.record(RETURN)).toEqual(RETURN);
    const other = new CanaryReturns(backends.documents);
    expect(await other.of(RETURN)).toEqual(RETURN);
    expect(await other.of({ ...RETURN, version: 8 })).toBeNull();
  });

  it('lets a version try anew once its alias was moved again, and remembers the newer decision', async () => {
    await returns.record(RETURN);
    const again = { name: 'url', version: 7, aliasRevision: 5 };
    expect(await returns.of(again)).toBeNull();
    await returns.record({ ...RETURN, ...again, reason: 'errors' });
    expect(await returns.of(again)).toMatchObject({ reason: 'errors', aliasRevision: 5 });
    expect(await returns.record(RETURN)).toMatchObject({ reason: 'errors', aliasRevision: 5 });
  });

  it('keeps the first of many that decide at once', async () => {
    const decided = await Promise.all(
      Array.from({ length: 8 }, (_, replica) => returns.record({ ...RETURN, championVersion: replica + 1 })),
    );
    expect(new Set(decided.map((each) => each.championVersion)).size).toBe(1);
  });
});
