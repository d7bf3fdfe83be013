// What is done on a page, and what comes of it: claims that hold or not, kept for the report under their numbers.

import { expect, type TestContext } from 'vitest'
import type { Language } from '../../browser/support/stage.ts'
import { type Look, unmet } from '../report/look.ts'

export interface Walk {
  /** An assertion of this number: what was found in its place, or nothing. */
  claim(assertion: number, holds: boolean, found: string): void
  /** Hands over what was found, and fails where something was. */
  end(): void
}

export function walkOn(page: string, language: Language, script: boolean, { task }: TestContext): Walk {
  const findings: Record<number, string[]> = {}
  return {
    claim(assertion, holds, found) {
      findings[assertion] ??= []
      if (!holds) findings[assertion].push(found)
    },
    end() {
      const seen = `${language}, ${script ? 'with' : 'without'} JavaScript, walked`
      const look: Look = { page, seen, language, findings }
      task.meta.look = look
      expect(unmet(look)).toEqual([])
    },
  }
}
