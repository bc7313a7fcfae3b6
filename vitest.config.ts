import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/assembly.ts'],
    // One file on each core of a small machine; the default leaves one core to nobody.
    maxWorkers: 2,
    // A journey starts its own cloud and walks weeks in virtual time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
