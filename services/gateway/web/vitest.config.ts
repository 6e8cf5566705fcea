import { defineConfig } from 'vitest/config';

/** The page's logic needs no browser; what does is tested in one, in e2e. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['src/**/*.spec.ts', 'src/**/*.spec.tsx'],
    testTimeout: 120_000,
    pool: 'forks',
    passWithNoTests: true,
  },
});
