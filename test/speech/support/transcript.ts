// What was done and what was said then, one after the other, to be read by people.

import type { ScreenReader } from './screen-reader.ts'

export interface Transcript {
  /** `speech`: instead of what the reader says now. */
  told(deed: string, speech?: string): Promise<void>
  text(): string
}

export function transcript(reader?: ScreenReader): Transcript {
  const parts: string[] = []
  return {
    async told(deed, speech) {
      parts.push(`# ${deed}\n${speech ?? (await reader?.said()) ?? ''}\n`)
    },
    text: () => parts.join('\n'),
  }
}
