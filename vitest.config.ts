import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/assembly.ts'],
    // Journeys wait a lot: three at a time keep two cores busy. The default takes one.
    maxWorkers: 3,
    // Starting a process for each file took a tenth of the time.
    pool: 'threads',
    // A journey starts its own cloud and walks weeks in virtual time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
