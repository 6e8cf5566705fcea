import type { OnnxAttribute, OnnxNode, OnnxTensor } from '../proto/onnx-messages.js';
import { intAttribute } from './attributes.js';
import { doubleTensor } from './tensors.js';

interface NodeOptions {
  readonly attributes?: readonly OnnxAttribute[];
  /** Operator set; ONNX's own where absent. */
  readonly domain?: string;
  /** Name of the result; a number of its own where absent. */
  readonly output?: string;
}

/** Collects the nodes and constants of a graph; a value is known by its name. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxTensor[] = [];

  /** Adds a node with one result, and returns the result's name. */
  add(opType: string, input: readonly string[], options: NodeOptions = {}): string {
    const { attributes, domain, output = `${opType}_${this.nodes.length}` } = options;
    this.nodes.push({
      name: `${opType}_${this.nodes.length}`,
      opType,
      input,
      output: [output],
      ...(domain !== undefined && { domain }),
      ...(attributes && { attribute: attributes }),
    });
    return output;
  }

  /** Adds a constant under its name, and returns the name. */
  constant(name: string, tensor: OnnxTensor): string {
    this.initializers.push({ ...tensor, name });
    return name;
  }

  /** Adds one 64-bit floating-point number. */
  number(name: string, value: number): string {
    return this.constant(name, doubleTensor([], [value]));
  }

  cast(value: string, dataType: number, output?: string): string {
    const options = { attributes: [intAttribute('to', dataType)] };
    return this.add('Cast', [value], output === undefined ? options : { ...options, output });
  }
}
