import { describe, expect, it } from 'vitest';
import {
  cardBrief,
  decisionsBrief,
  figuresBrief,
  formatsBrief,
  importanceBrief,
  searchBrief,
} from './briefs.js';
import { formatsOf } from './formats.js';

describe('what a folded part of a version comes to', () => {
  it('has the figures that decide, as far as there are any', () => {
    const metrics = { 'distinct.f1': 0.95123, 'distinct.recallAtFpr1In100': 0.825 };
    expect(figuresBrief({ metrics })).toBe('F1 0.9512; finds 82.5 % at 1 % false positives');
    expect(figuresBrief({ metrics: { 'distinct.f1': 0.9 } })).toBe('F1 0.9000');
    expect(figuresBrief({ metrics: { 'stratified.f1': 0.9 } })).toBe('No figures of a test by group');
  });

  it('has the thresholds', () => {
    const thresholds = { malicious: 0.74, suspicious: 0.315 };
    expect(decisionsBrief({ thresholds })).toBe('Malicious from 74.0 % on, suspicious from 31.5 %');
  });

  it('has the two features that count most, by gain or else by shuffling', () => {
    const importance = ['a', 'b', 'c'].map((feature) => ({ feature, importance: 0.3 }));
    expect(importanceBrief({ importance, metrics: {} })).toBe('Most on a and b');
    const metrics = { 'permutationImportance.x': 0.1, 'permutationImportance.y': 0.2 };
    expect(importanceBrief({ importance: [], metrics })).toBe('Most on y and x');
  });

  it('has the search, the limits and the formats', () => {
    expect(searchBrief({ algorithm: 'adaboost', candidates: [] })).toBe('adaboost, without a search');
    const limits = ['It knows English pages only'];
    expect(cardBrief({ limits } as unknown as Parameters<typeof cardBrief>[0])).toBe('One limit');
    for (const format of formatsOf('random-forest'))
      expect(formatsBrief({ algorithm: 'random-forest' })).toContain(format);
  });
});
