import type { IField, INamespace, IType } from 'protobufjs';

type Rule = 'repeated';
type Fields = Readonly<Record<string, IField>>;

const field = (id: number, type: string, rule?: Rule) => ({ id, type, ...(rule && { rule }) });
const packed = (id: number, type: string) => ({
  id,
  type,
  rule: 'repeated' as Rule,
  options: { packed: true },
});

/** With the rules of proto2: a field that is set is written, be it 0 or ''. */
const message = (fields: Fields, nested?: Readonly<Record<string, IType>>): IType => ({
  edition: 'proto2',
  fields: { ...fields },
  ...(nested && { nested: { ...nested } }),
});

/**
 * The part of ONNX's onnx.proto (https://github.com/onnx/onnx, Apache-2.0) that exported models use: its messages,
 * field numbers and types, unchanged. Readers skip fields they do not know, so a part is enough.
 */
export const ONNX_SCHEMA: INamespace = {
  nested: {
    AttributeProto: message({
      name: field(1, 'string'),
      f: field(2, 'float'),
      i: field(3, 'int64'),
      s: field(4, 'bytes'),
      t: field(5, 'TensorProto'),
      floats: field(7, 'float', 'repeated'),
      ints: field(8, 'int64', 'repeated'),
      strings: field(9, 'bytes', 'repeated'),
      type: field(20, 'int32'),
    }),
    ValueInfoProto: message({ name: field(1, 'string'), type: field(2, 'TypeProto') }),
    NodeProto: message({
      input: field(1, 'string', 'repeated'),
      output: field(2, 'string', 'repeated'),
      name: field(3, 'string'),
      opType: field(4, 'string'),
      attribute: field(5, 'AttributeProto', 'repeated'),
      domain: field(7, 'string'),
    }),
    ModelProto: message({
      irVersion: field(1, 'int64'),
      producerName: field(2, 'string'),
      producerVersion: field(3, 'string'),
      modelVersion: field(5, 'int64'),
      docString: field(6, 'string'),
      graph: field(7, 'GraphProto'),
      opsetImport: field(8, 'OperatorSetIdProto', 'repeated'),
      metadataProps: field(14, 'StringStringEntryProto', 'repeated'),
    }),
    StringStringEntryProto: message({ key: field(1, 'string'), value: field(2, 'string') }),
    GraphProto: message({
      node: field(1, 'NodeProto', 'repeated'),
      name: field(2, 'string'),
      initializer: field(5, 'TensorProto', 'repeated'),
      docString: field(10, 'string'),
      input: field(11, 'ValueInfoProto', 'repeated'),
      output: field(12, 'ValueInfoProto', 'repeated'),
    }),
    TensorProto: message({
      dims: field(1, 'int64', 'repeated'),
      dataType: field(2, 'int32'),
      floatData: packed(4, 'float'),
      stringData: field(6, 'bytes', 'repeated'),
      int64Data: packed(7, 'int64'),
      name: field(8, 'string'),
      doubleData: packed(10, 'double'),
    }),
    TensorShapeProto: message(
      { dim: field(1, 'Dimension', 'repeated') },
      { Dimension: message({ dimValue: field(1, 'int64'), dimParam: field(2, 'string') }) },
    ),
    TypeProto: message(
      { tensorType: field(1, 'Tensor') },
      { Tensor: message({ elemType: field(1, 'int32'), shape: field(2, 'TensorShapeProto') }) },
    ),
    OperatorSetIdProto: message({ domain: field(1, 'string'), version: field(2, 'int64') }),
  },
};
