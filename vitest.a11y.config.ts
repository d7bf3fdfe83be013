// npm run test:assertions: every page and every state, in both languages, against the 62 assertions of test/assertions/table.
import { defineConfig } from 'vitest/config'
import everything from './vitest.config.ts'

export default defineConfig({
  test: {
    ...everything.test,
    include: ['test/assertions/**/*.a11y.ts'],
    reporters: ['dot', './test/assertions/report/table-reporter.ts'],
    maxWorkers: 2,
  },
})
