import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.shared.ts';

/** The same contracts on real servers, one file at a time: they share the servers. */
const { exclude: _none, ...test } = shared.test ?? {};
export default mergeConfig(
  { ...shared, test },
  defineConfig({
    test: {
      include: ['**/*.stack.spec.ts'],
      exclude: ['**/node_modules/**', '**/dist/**'],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 180_000,
    },
  }),
);
