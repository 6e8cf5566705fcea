import { defineConfig } from 'vitest/config';

/** Every project's tests stand beside its code; `*.stack.spec.ts` need real servers and run with `npm run test:stack`. */
export default defineConfig({
  // Nest and class-validator read TypeScript's decorator metadata; specs stand outside the build's tsconfig.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: ['src/**/*.spec.ts'],
    exclude: ['**/*.stack.spec.ts'],
    setupFiles: [new URL('./vitest.setup.ts', import.meta.url).pathname],
    // A shared machine can be ten times slower than a quiet one; nothing here measures time.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    passWithNoTests: true,
  },
});
