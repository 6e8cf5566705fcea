import { assemble, type Kernel } from './assembler.js';

/** What of JavaScript's WebAssembly interface is used; ECMAScript's own types do not know it. */
interface WebAssemblyInterface {
  Memory: new (options: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: { env: { memory: object } },
  ) => { readonly exports: Record<string, KernelFunction> };
}

declare const WebAssembly: WebAssemblyInterface;

/** A kernel's parameters are addresses in bytes and counts. */
export type KernelFunction = (...parameters: number[]) => void;

const PAGE_BYTES = 65_536;

/** Kernels compiled once, to be run over any number of memories. */
export class KernelModule {
  private readonly module: object;

  constructor(kernels: readonly Kernel[]) {
    this.module = new WebAssembly.Module(assemble(kernels));
  }

  /** Memory of at least `bytes`, zeroed, and the kernels that work on it, by name. */
  open(bytes: number): { memory: ArrayBuffer; kernels: Record<string, KernelFunction> } {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    const { exports } = new WebAssembly.Instance(this.module, { env: { memory } });
    return { memory: memory.buffer, kernels: exports };
  }
}

/** Hands out places in a memory that is yet to be opened, each at a multiple of 16 bytes. */
export class MemoryPlan {
  bytes = 16;

  take(bytes: number): number {
    const at = this.bytes;
    this.bytes = Math.ceil((at + bytes) / 16) * 16;
    return at;
  }
}
