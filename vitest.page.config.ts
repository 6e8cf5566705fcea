import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.shared.ts';

/** The page in a real Chromium, against one embedded Weir that is started before and stopped after all: `npm run test:page`. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ['e2e/page/**/*.page.spec.ts'],
      globalSetup: ['e2e/page/weir-under-test.ts'],
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 240_000,
    },
  }),
);
