import { describe, expect, it } from 'vitest';
import { filenameOf, formatsOf } from './formats.js';

describe('formatsOf', () => {
  it.each([
    ['random-forest', ['safetensors', 'onnx', 'ml-random-forest']],
    ['decision-tree', ['safetensors', 'onnx', 'ml-random-forest']],
    ['gradient-boosting', ['safetensors', 'onnx']],
    ['knn', ['safetensors']],
  ])('%s', (algorithm, formats) => expect(formatsOf(algorithm)).toEqual(formats));
});

describe('filenameOf', () => {
  it('takes the gateway’s name, and no path', () => {
    expect(filenameOf('attachment; filename="uci-30-2.onnx"', 'x')).toBe('uci-30-2.onnx');
    expect(filenameOf('attachment; filename="../../etc/passwd"', 'x')).toBe('x');
    expect(filenameOf(null, 'uci-30-2')).toBe('uci-30-2');
  });
});
