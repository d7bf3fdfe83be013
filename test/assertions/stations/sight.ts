// One page before our eyes: where it stands, how it came, and what has been heard of it since.

import type { Page } from 'playwright-core'
import type { Language, Stage } from '../../browser/support/stage.ts'
import type { Watch } from './watch.ts'

export interface Sight {
  readonly page: Page
  readonly stage: Stage
  readonly watch: Watch
  readonly language: Language
  readonly script: boolean
  /** A part of a page stands alone in the gallery; a letter is a document without our frame around it. */
  readonly kind: 'running' | 'gallery' | 'part' | 'letter'
  /** The member whom the page belongs to. */
  readonly member: string | null
}
