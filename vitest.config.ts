import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/support/postgres.ts', './test/support/chromium.ts'],
    reporters: ['default', './test/support/reporter.ts'],
    // One more than the two cores that this is measured on: most tests wait for a browser, a server or a clock.
    maxWorkers: 3,
    // Loading the app anew for each file took a quarter of the time, and no module of ours keeps anything: what a test
    // needs, it makes for itself.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
