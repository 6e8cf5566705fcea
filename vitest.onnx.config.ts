import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.shared.ts';

/** Exported models on ONNX Runtime, by `npm run test:onnx`. */
export default mergeConfig(
  shared,
  defineConfig({
    test: { include: ['libs/*/src/**/*.onnx.spec.ts'], exclude: ['**/node_modules/**', '**/dist/**'] },
  }),
);
