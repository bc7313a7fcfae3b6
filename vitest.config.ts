import { defineConfig } from 'vitest/config';

/** What a test needs is in its file's name: the stack, a cloud or a browser, or nothing of it. */
const CLOUD = 'test/**/*.cloud.test.ts';

export default defineConfig({
  // Vitest says "test", for which React takes its development build: the same at half the speed.
  // Both ends have to be told, who compiles what is to be drawn and who draws it.
  oxc: { jsx: { development: false } },
  test: {
    env: { NODE_ENV: 'production' },
    // Journeys wait a lot: three at a time keep two cores busy. The default takes one.
    maxWorkers: 3,
    // Starting a process for each file took a tenth of the time.
    pool: 'threads',
    // What one file has loaded serves the next: no test replaces a module (test/rules).
    isolate: false,
    // A journey starts its own cloud and walks weeks in virtual time; a calendar walks years. On a
    // machine that does much else, either takes ten times as long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [CLOUD] },
      },
      {
        extends: true,
        test: { name: 'cloud', include: [CLOUD], globalSetup: ['test/support/assembly.ts'] },
      },
    ],
  },
});
