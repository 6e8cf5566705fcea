import { createRequire } from 'node:module';

interface Session {
  run(feeds: Record<string, unknown>): Promise<Record<string, { data: ArrayLike<number> | string[] }>>;
  release(): Promise<void>;
}

interface OnnxRuntime {
  readonly InferenceSession: { create(bytes: Uint8Array, options: object): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => unknown;
}

/** ONNX Runtime is installed beside the workspaces, by `npm run test:onnx`: it is too large for every install. */
const require = createRequire(new URL('../../../../tools/onnx-runtime/package.json', import.meta.url));

export interface OnnxOutputs {
  readonly probabilities: ArrayLike<number>;
  readonly probability: ArrayLike<number>;
  readonly label: string[];
}

/** Runs an exported model on row-major `values`. */
export async function runOnnx(
  bytes: Uint8Array,
  values: Float32Array,
  columns: number,
): Promise<OnnxOutputs> {
  const { InferenceSession, Tensor } = require('onnxruntime-node') as OnnxRuntime;
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const outputs = await session.run({
    features: new Tensor('float32', values, [values.length / columns, columns]),
  });
  const { probabilities, probability, label } = outputs;
  const result = {
    probabilities: probabilities!.data as ArrayLike<number>,
    probability: probability!.data as ArrayLike<number>,
    label: Array.from(label!.data as string[]),
  };
  await session.release();
  return result;
}
