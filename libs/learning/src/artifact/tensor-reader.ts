import { LearningError } from '../errors.js';
import { type DType, dtypeOf, type Tensor, type TensorData } from './safetensors.js';

interface TypeOf {
  F64: Float64Array;
  F32: Float32Array;
  I32: Int32Array;
  U32: Uint32Array;
  I8: Int8Array;
  U8: Uint8Array;
}

function isNumberAllowed(value: number, missingAllowed: boolean): boolean {
  return Number.isFinite(value) || (missingAllowed && Number.isNaN(value));
}

/** Takes tensors out by name, type and shape, and knows in the end whether any was left over. */
export class TensorReader {
  private readonly unread: Set<string>;

  constructor(private readonly tensors: Readonly<Record<string, Tensor>>) {
    this.unread = new Set(Object.keys(tensors));
  }

  has(name: string): boolean {
    return this.tensors[name] !== undefined;
  }

  /**
   * The tensor of this name. A size of -1 in `shape` is free. Throws `LEARN_ARTIFACT_TENSOR`, or
   * `LEARN_ARTIFACT_NUMBER` where a number is not finite (`NaN` passes with `missingAllowed`).
   */
  read<Name extends DType>(
    name: string,
    dtype: Name,
    shape: readonly number[],
    missingAllowed = false,
  ): TypeOf[Name] {
    const tensor = this.tensors[name];
    if (!tensor) throw new LearningError('LEARN_ARTIFACT_TENSOR', `${name} is missing`);
    const fits =
      tensor.shape.length === shape.length &&
      shape.every((size, axis) => size < 0 || size === tensor.shape[axis]);
    if (dtypeOf(tensor.data) !== dtype || !fits) {
      const found = `${dtypeOf(tensor.data)} [${tensor.shape.join(', ')}]`;
      throw new LearningError(
        'LEARN_ARTIFACT_TENSOR',
        `${name} is ${found}, not ${dtype} [${shape.join(', ')}]`,
      );
    }
    this.assertNumbers(name, tensor.data, missingAllowed);
    this.unread.delete(name);
    return tensor.data as TypeOf[Name];
  }

  private assertNumbers(name: string, data: TensorData, missingAllowed: boolean): void {
    if (!(data instanceof Float64Array || data instanceof Float32Array)) return;
    for (let index = 0; index < data.length; index++) {
      if (!isNumberAllowed(data[index]!, missingAllowed)) {
        throw new LearningError('LEARN_ARTIFACT_NUMBER', `${name}[${index}] is ${data[index]}`);
      }
    }
  }

  /** Throws `LEARN_ARTIFACT_TENSOR` if the file holds tensors that nobody asked for. */
  assertAllRead(): void {
    if (this.unread.size > 0)
      throw new LearningError('LEARN_ARTIFACT_TENSOR', `unknown: ${[...this.unread].join(', ')}`);
  }
}
