import protobuf from 'protobufjs/light.js';
import { ExchangeError } from '../../errors.js';
import type { OnnxModel } from './onnx-messages.js';
import { ONNX_SCHEMA } from './onnx-schema.js';

const MODEL = protobuf.Root.fromJSON(ONNX_SCHEMA).lookupType('ModelProto');

/** The model as ONNX's protobuf bytes. */
export function encodeOnnx(model: OnnxModel): Uint8Array {
  return MODEL.encode(model).finish();
}

/**
 * The parts of an ONNX file that {@link OnnxModel} names; others are skipped. 64-bit integers become numbers.
 * Throws `EXCHANGE_ONNX_MALFORMED`.
 */
export function decodeOnnx(bytes: Uint8Array): OnnxModel {
  try {
    const model = MODEL.toObject(MODEL.decode(bytes), { longs: Number, arrays: true });
    if (model.graph === undefined) throw new ExchangeError('EXCHANGE_ONNX_MALFORMED', 'there is no graph');
    return model as OnnxModel;
  } catch (cause) {
    if (cause instanceof ExchangeError) throw cause;
    throw new ExchangeError('EXCHANGE_ONNX_MALFORMED', cause instanceof Error ? cause.message : '', {
      cause,
    });
  }
}
