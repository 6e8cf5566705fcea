import { describe, expect, it } from 'vitest';
import { worseFigures } from './worse-figures.js';

describe('where a version is worse than the champion', () => {
  it('tells F1 and the recall at the false positives kept, with both numbers', () => {
    const champion = { 'distinct.f1': 0.95, 'distinct.recallAtFpr1In100': 0.8 };
    expect(worseFigures({ 'distinct.f1': 0.91, 'distinct.recallAtFpr1In100': 0.7 }, champion)).toEqual([
      { name: 'F1', value: 0.91, before: 0.95, isWithinNoise: false },
      { name: 'Recall at 1 % false positives', value: 0.7, before: 0.8, isWithinNoise: false },
    ]);
    expect(worseFigures({ 'distinct.f1': 0.97, 'distinct.recallAtFpr1In100': 0.7 }, champion)).toEqual([
      { name: 'Recall at 1 % false positives', value: 0.7, before: 0.8, isWithinNoise: false },
    ]);
  });

  it('says where the intervals overlap', () => {
    const figures = (f1: number) => ({
      'distinct.f1': f1,
      'distinct.f1Low': f1 - 0.02,
      'distinct.f1High': f1 + 0.02,
    });
    expect(worseFigures(figures(0.93), figures(0.95))).toMatchObject([{ isWithinNoise: true }]);
    expect(worseFigures(figures(0.9), figures(0.95))).toMatchObject([{ isWithinNoise: false }]);
  });

  it('tells nothing of a version that is better, the same, or has no such figure', () => {
    expect(worseFigures({ 'distinct.f1': 0.96 }, { 'distinct.f1': 0.95 })).toEqual([]);
    expect(worseFigures({ 'distinct.f1': 0.949999 }, { 'distinct.f1': 0.95 })).toEqual([]);
    expect(worseFigures({}, { 'distinct.f1': 0.95 })).toEqual([]);
    expect(worseFigures({ 'stratified.f1': 0.5 }, { 'stratified.f1': 0.95 })).toEqual([]);
  });
});
