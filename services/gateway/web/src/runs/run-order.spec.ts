import { describe, expect, it } from 'vitest';
import { faultsOf, NEW_DRAFT, type RunDraft, requestOf } from './run-order.js';

const draft = (over: Partial<RunDraft> = {}): RunDraft => ({ ...NEW_DRAFT, schema: 'uci-30', ...over });

describe('requestOf', () => {
  it('says nothing of what was left as it is', () => {
    expect(requestOf(draft())).toEqual({ schema: 'uci-30', from: 'training' });
  });

  it('names the snapshot chosen, and leaks only where they are accepted', () => {
    expect(requestOf(draft({ snapshot: 's-1', acceptsLeaks: true }))).toEqual({
      schema: 'uci-30',
      from: 'training',
      snapshot: 's-1',
      leaks: 'accept',
    });
  });

  it('reads a source from ingestion on, whatever snapshot was chosen before', () => {
    const asked = draft({
      from: 'ingestion',
      snapshot: 's-1',
      sourceKind: 'mongodb',
      sourceName: ' links ',
    });
    expect(requestOf(asked)).toEqual({
      schema: 'uci-30',
      from: 'ingestion',
      source: { kind: 'mongodb', collection: 'links' },
    });
  });

  it('hands the search on as numbers; candidates only to strategies that draw', () => {
    const asked = { algorithms: ['knn'], candidates: '12', folds: '5', seed: '-3' };
    expect(requestOf(draft({ ...asked, strategy: 'random' })).search).toEqual({
      algorithms: ['knn'],
      strategy: 'random',
      candidates: 12,
      folds: 5,
      seed: -3,
    });
    expect(requestOf(draft({ ...asked, strategy: 'grid' })).search).not.toHaveProperty('candidates');
  });
});

describe('faultsOf', () => {
  it('finds nothing wrong with what is sent', () => {
    expect(faultsOf(draft({ folds: '3', seed: '7' }))).toEqual({});
  });

  it('names each field that cannot be sent', () => {
    const wrong = draft({
      schema: '',
      from: 'ingestion',
      strategy: 'random',
      candidates: '0',
      folds: '1',
      seed: 'x',
    });
    expect(Object.keys(faultsOf(wrong)).sort()).toEqual([
      'candidates',
      'folds',
      'schema',
      'seed',
      'sourceName',
    ]);
  });

  it('does not mind candidates that will not be sent', () => {
    expect(faultsOf(draft({ strategy: 'grid', candidates: 'many' }))).toEqual({});
  });
});
