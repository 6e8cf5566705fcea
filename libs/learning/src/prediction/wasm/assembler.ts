import { type Code, type Local, unsigned } from './instructions.js';

const TYPES = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof TYPES;

function localAt(index: number): Local {
  const at = unsigned(index);
  return { get: [0x20, ...at], set: (value) => [...value, 0x21, ...at] };
}

/** A function without result over the module's memory. All parameters are declared before the first variable. */
export class Kernel {
  private readonly parameters: number[] = [];
  private readonly variables: number[] = [];
  private body: Code = [];

  constructor(readonly name: string) {}

  parameter(type: ValueType): Local {
    return localAt(this.parameters.push(TYPES[type]) - 1);
  }

  variable(type: ValueType): Local {
    return localAt(this.parameters.length + this.variables.push(TYPES[type]) - 1);
  }

  does(...body: Code[]): this {
    this.body = body.flat();
    return this;
  }

  get type(): Code {
    return [0x60, ...counted(this.parameters.map((each) => [each])), 0];
  }

  get code(): Code {
    const content = [...counted(this.variables.map((each) => [1, each])), ...this.body, 0x0b];
    return [...unsigned(content.length), ...content];
  }
}

function counted(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, items: readonly Code[]): Code {
  const content = counted(items);
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): Code {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const MEMORY_IMPORT = [...text('env'), ...text('memory'), 0x02, 0x00, 0x01];

/** A module that imports `env.memory` and exports the kernels by name. */
export function assemble(kernels: readonly Kernel[]): Uint8Array {
  const types = kernels.map((kernel) => kernel.type);
  const functions = kernels.map((_, index) => unsigned(index));
  const exported = kernels.map((kernel, index) => [...text(kernel.name), 0x00, ...unsigned(index)]);
  const codes = kernels.map((kernel) => kernel.code);
  return Uint8Array.from([
    ...HEADER,
    ...section(1, types),
    ...section(2, [MEMORY_IMPORT]),
    ...section(3, functions),
    ...section(7, exported),
    ...section(10, codes),
  ]);
}
