import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/support/postgres.ts', './test/support/chromium.ts'],
    reporters: ['default', './test/support/reporter.ts'],
    // Both cores, though vitest would leave one alone: most tests wait for a browser or a server.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
