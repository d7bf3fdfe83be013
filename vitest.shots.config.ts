// npm run shots: pictures of every page and state, to be looked at. No test: what they show is for eyes to judge.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/shots/*.shots.ts'],
    globalSetup: ['./test/support/chromium.ts', './test/shots/contact-sheet.ts'],
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
})
