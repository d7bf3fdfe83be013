// npm run test:a11y: every page and every state, in both languages, for barriers, markup, small windows and wide text.
import { defineConfig } from 'vitest/config'
import everything from './vitest.config.ts'

export default defineConfig({
  test: {
    ...everything.test,
    include: ['test/browser/{every-page-*,looks,keyboard-walk,kebab,too-often,password-again}.test.ts'],
    env: { EVERY_PAGE: 'thoroughly' },
  },
})
