// npm run test:walks: every job of the product done in every way that people do it, and what is said to them meanwhile.
import { defineConfig } from 'vitest/config'
import everything from './vitest.config.ts'

export default defineConfig({
  test: {
    ...everything.test,
    include: ['test/walks/*.walk.ts', 'test/speech/*.speech.ts'],
  },
})
