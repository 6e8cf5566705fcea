import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.ts';

/** `*.onnx.spec.ts` need ONNX Runtime, which is large: `npm run test:onnx` runs them. */
export default mergeConfig(shared, { test: { exclude: ['**/*.onnx.spec.ts'] } });
