import { DATA_TYPE, type OnnxTensor, type OnnxValue } from '../proto/onnx-messages.js';
import { utf8 } from './attributes.js';

export const doubleTensor = (dims: readonly number[], values: ArrayLike<number>): OnnxTensor => ({
  dims,
  dataType: DATA_TYPE.double,
  doubleData: Array.from(values),
});

export const int64Tensor = (dims: readonly number[], values: readonly number[]): OnnxTensor => ({
  dims,
  dataType: DATA_TYPE.int64,
  int64Data: values,
});

export const stringTensor = (texts: readonly string[]): OnnxTensor => ({
  dims: [texts.length],
  dataType: DATA_TYPE.string,
  stringData: texts.map(utf8),
});

/** Name of the dimension that is as long as the batch. */
export const ROWS = 'rows';

/** An input or output of the graph: `rows`, or `rows` × `columns`. */
export function batchValue(name: string, elemType: number, columns?: number): OnnxValue {
  const dim = [{ dimParam: ROWS }, ...(columns === undefined ? [] : [{ dimValue: columns }])];
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
