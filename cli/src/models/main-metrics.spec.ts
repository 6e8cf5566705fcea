import { describe, expect, it } from 'vitest';
import { mainMetrics } from './main-metrics.js';

describe('mainMetrics', () => {
  it('tells those by which versions are judged, with intervals where there are any', () => {
    const metrics = {
      'distinct.f1': 0.91277,
      'distinct.f1High': 0.9176,
      'distinct.f1Low': 0.9074,
      'distinct.f1StandardError': 0.0026,
      'distinct.reliability.3.rows': 413,
      'permutationImportance.host_terms': 0.209,
      recall: 1,
    };
    expect(mainMetrics(metrics)).toEqual(['distinct.f1 = 0.9128 (0.9074 to 0.9176)', 'recall = 1.0000']);
  });
});
