import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../vitest.shared.ts';

/** Whole processes: one at a time, and with patience. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ['chaos/**/*.spec.ts'],
      fileParallelism: false,
      testTimeout: 240_000,
      hookTimeout: 240_000,
    },
  }),
);
