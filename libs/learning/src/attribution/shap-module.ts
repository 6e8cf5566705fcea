import { Kernel } from '../prediction/wasm/assembler.js';
import { call, i32, v128, whileLoop } from '../prediction/wasm/instructions.js';
import { KernelModule } from '../prediction/wasm/module.js';
import { VisitKernel } from './shap-kernel.js';
import { CONSTANTS, constantsAt, MOST_PAIRS, PAIR_BYTES } from './shap-memory.js';

/** Visits the roots whose addresses (i32) stand from `root` to `end`; a root is reached with the points' weights. */
function explainKernel(pairs: number, visit: number): Kernel {
  const kernel = new Kernel(`explain${pairs}`);
  const [root, end, frame] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const weights = constantsAt(pairs) + CONSTANTS.weight * pairs * PAIR_BYTES;
  const begin = Array.from({ length: pairs }, (_, pair) =>
    v128.store(frame.get, v128.load(i32.const(0), weights + pair * PAIR_BYTES), pair * PAIR_BYTES),
  );
  return kernel.does(
    whileLoop(
      i32.isLess(root.get, end.get),
      ...begin,
      call(visit, i32.load(root.get), frame.get),
      root.set(i32.add(root.get, i32.const(4))),
    ),
  );
}

let module: KernelModule | undefined;

/** The kernels `explain1` … `explain12`, by the pairs of points. */
export function shapKernels(): KernelModule {
  module ??= new KernelModule(
    Array.from({ length: MOST_PAIRS }, (_, index) => [
      new VisitKernel(index + 1, 2 * index).build(),
      explainKernel(index + 1, 2 * index),
    ]).flat(),
  );
  return module;
}
