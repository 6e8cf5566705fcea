import { describe, expect, it } from 'vitest';
import { Kernel } from './assembler.js';
import { i32, signed, unsigned, whileLoop } from './instructions.js';
import { KernelModule, MemoryPlan } from './module.js';

describe('LEB128', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [624485, [0xe5, 0x8e, 0x26]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('writes %i without a sign', (value, bytes) => {
    expect(unsigned(value)).toEqual(bytes);
  });

  it.each([
    [0, [0]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-123456, [0xc0, 0xbb, 0x78]],
  ])('writes %i with its sign', (value, bytes) => {
    expect(signed(value)).toEqual(bytes);
  });
});

describe('a module', () => {
  it('runs what was assembled, over memory of its own', () => {
    const kernel = new Kernel('count');
    const [at, end] = [kernel.parameter('i32'), kernel.parameter('i32')];
    const sum = kernel.variable('i32');
    kernel.does(
      whileLoop(
        i32.isLess(at.get, end.get),
        sum.set(i32.add(sum.get, i32.const(300))),
        i32.store16(at.get, sum.get),
        at.set(i32.add(at.get, i32.const(2))),
      ),
    );
    const module = new KernelModule([kernel]);
    const [first, second] = [module.open(70_000), module.open(1)];
    expect(first.memory.byteLength).toBe(131_072);
    first.kernels.count!(16, 24);
    expect([...new Uint16Array(first.memory, 14, 6)]).toEqual([0, 300, 600, 900, 1_200, 0]);
    expect(new Uint8Array(second.memory).every((byte) => byte === 0)).toBe(true);
  });
});

describe('MemoryPlan', () => {
  it('hands out places that are aligned and do not overlap', () => {
    const plan = new MemoryPlan();
    expect([plan.take(1), plan.take(16), plan.take(17), plan.bytes]).toEqual([16, 32, 48, 80]);
  });
});
